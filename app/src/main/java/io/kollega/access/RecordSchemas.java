package io.kollega.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in the schema of a record what the record says by itself: which parts are always there,
 * which may be null, and which values are fixed. A part that may be null is there as null, unless
 * the record leaves such parts out.
 */
final class RecordSchemas implements ModelConverter {
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> described = Json.mapper().constructType(type.getType()).getRawClass();
        if (schema != null && described.isRecord()) {
            Schema<?> whole = whole(schema, context.getDefinedModels());
            if (whole != null && whole.getProperties() != null) {
                describe(described, whole);
            }
        }
        return schema;
    }

    /** What is sent may leave out what may be null. */
    static void relax(Schema<?> sent, Components components) {
        Schema<?> schema = whole(sent, components.getSchemas());
        if (schema != null && schema.getRequired() != null) {
            List<String> required = new ArrayList<>(schema.getRequired());
            schema.getProperties()
                    .forEach((name, property) -> {
                        if (nullable(property)) {
                            required.remove(name);
                        }
                    });
            schema.setRequired(required.isEmpty() ? null : required);
        }
    }

    @SuppressWarnings("rawtypes")
    private static @Nullable Schema<?> whole(Schema<?> schema, Map<String, Schema> models) {
        String reference = schema.get$ref();
        return reference == null ? schema : models.get(reference.replaceFirst(".*/", ""));
    }

    private static void describe(Class<?> described, Schema<?> schema) {
        JsonInclude inclusion = described.getAnnotation(JsonInclude.class);
        boolean leavesOut = inclusion != null && inclusion.value() == JsonInclude.Include.NON_NULL;
        List<String> required = new ArrayList<>();
        Map<String, ? super Schema<?>> properties = schema.getProperties();
        for (RecordComponent part : described.getRecordComponents()) {
            Schema<?> property = schema.getProperties().get(part.getName());
            if (property == null) {
                continue;
            }
            ValuesOf values = part.getAnnotation(ValuesOf.class);
            if (values != null) {
                fix(property.getItems() == null ? property : property.getItems(), values);
            }
            boolean maybe = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!maybe || !leavesOut) {
                required.add(part.getName());
            }
            if (maybe && !leavesOut) {
                properties.put(part.getName(), orNull(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static void fix(Schema<?> property, ValuesOf values) {
        enumerate(property, slugs(values.value()).toList());
    }

    @SuppressWarnings("unchecked")
    private static void enumerate(Schema<?> property, List<?> values) {
        ((Schema<Object>) property).setEnum(new ArrayList<>(values));
    }

    private static Stream<String> slugs(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                : Arrays.stream(type.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .map(name ->
                                name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (nullable(property)) {
            return property;
        }
        if (property.getTypes() == null) {
            return new JsonSchema()
                    .addOneOfItem(property)
                    .addOneOfItem(new JsonSchema().types(Set.of(NULL)));
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes());
        types.add(NULL);
        property.setTypes(types);
        if (property.getEnum() != null) {
            List<@Nullable Object> values = new ArrayList<>(property.getEnum());
            values.add(null);
            enumerate(property, values);
        }
        return property;
    }

    private static boolean nullable(Schema<?> property) {
        return property.getTypes() != null && property.getTypes().contains(NULL)
                || property.getOneOf() != null
                        && property.getOneOf().stream().anyMatch(RecordSchemas::nullable);
    }
}
