package io.kollega.access;

import io.kollega.permissions.Anyone;
import io.kollega.permissions.Requires;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the script of our pages asks for before it asks the browser. */
@RestController
@EvenUnguarded
class PasskeyOptionsApi {
    private final PasskeyOptions options;

    PasskeyOptionsApi(PasskeyOptions options) {
        this.options = options;
    }

    @PostMapping("/sign-in/passkey/options")
    @Anyone
    ResponseEntity<Map<String, ?>> showing() {
        return answer(options.showing());
    }

    @PostMapping("/profile/passkeys/options")
    @Requires
    ResponseEntity<Map<String, ?>> making(CurrentPerson person) {
        return answer(options.making(person));
    }

    private static ResponseEntity<Map<String, ?>> answer(Optional<Map<String, ?>> options) {
        return options.<ResponseEntity<Map<String, ?>>>map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }
}
