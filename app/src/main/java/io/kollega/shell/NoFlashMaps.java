package io.kollega.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.FlashMapManager;

/**
 * Nothing is handed on between requests through the session: what was done stands in the address.
 * Otherwise every request, even for a stylesheet, would read the session's row.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
final class NoFlashMaps implements FlashMapManager {
    @Override
    public @Nullable FlashMap retrieveAndUpdate(
            HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void saveOutputFlashMap(
            FlashMap flashMap, HttpServletRequest request, HttpServletResponse response) {
        if (!flashMap.isEmpty()) {
            throw new IllegalStateException("Put what was done into the address: ?done=key");
        }
    }
}
