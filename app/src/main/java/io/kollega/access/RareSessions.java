package io.kollega.access;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** Sessions that are read once a request and written when something has changed. */
final class RareSessions<S extends Session>
        implements FindByIndexNameSessionRepository<RareSession> {
    private static final ScopedValue<Boolean> READING = ScopedValue.newInstance();

    private final FindByIndexNameSessionRepository<S> rows;

    RareSessions(FindByIndexNameSessionRepository<S> rows) {
        this.rows = rows;
    }

    /** Whether this thread is reading a session just now, and nothing else. */
    static boolean reads() {
        return READING.isBound();
    }

    @Override
    public RareSession createSession() {
        return new RareSession(rows.createSession());
    }

    /** Every session comes from {@link #rows}, so what it keeps is of their kind. */
    @Override
    @SuppressWarnings("unchecked")
    public void save(RareSession session) {
        rows.save((S) session.kept);
        ReadOnce.remember(session);
    }

    @Override
    public @Nullable RareSession findById(String id) {
        RareSession read = ReadOnce.read(id);
        if (read == null) {
            S row = ScopedValue.where(READING, true).call(() -> rows.findById(id));
            if (row == null) {
                return null;
            }
            read = new RareSession(row);
            ReadOnce.remember(read);
        }
        return read;
    }

    @Override
    public void deleteById(String id) {
        ReadOnce.forget(id);
        rows.deleteById(id);
    }

    @Override
    public Map<String, RareSession> findByIndexNameAndIndexValue(String index, String value) {
        Map<String, RareSession> found = new HashMap<>();
        rows.findByIndexNameAndIndexValue(index, value)
                .forEach((id, row) -> found.put(id, new RareSession(row)));
        return found;
    }
}
