package io.kollega.shell;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Every text that comes as JSON is {@link CleanText clean}. */
@Component
final class CleanJson extends SimpleModule {
    private static final long serialVersionUID = 1L;

    CleanJson() {
        super("clean-text");
        addDeserializer(
                String.class,
                new StringDeserializer() {
                    @Override
                    public @Nullable String deserialize(
                            JsonParser parser, DeserializationContext context) {
                        @Nullable String text = super.deserialize(parser, context);
                        return text == null ? null : CleanText.of(text);
                    }
                });
    }
}
