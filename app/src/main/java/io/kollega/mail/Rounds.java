package io.kollega.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends the postman round every second, in a thread of its own: a slow mail server holds up nothing
 * else that happens by itself.
 */
@Component
@ConditionalOnProperty(name = "kollega.background", matchIfMissing = true)
final class Rounds implements SmartLifecycle {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration TO_END = Duration.ofSeconds(8);

    private final MailSettings settings;
    private final Postman postman;
    private volatile @Nullable Thread thread;

    Rounds(MailSettings settings, Postman postman) {
        this.settings = settings;
        this.postman = postman;
    }

    @Override
    public void start() {
        if (settings.on()) {
            thread = Thread.ofPlatform().name("mail").daemon().start(this::walk);
        }
    }

    private void walk() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                postman.round();
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread walking = thread;
        thread = null;
        if (walking != null) {
            walking.interrupt();
            try {
                walking.join(TO_END);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
