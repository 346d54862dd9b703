package io.kollega.access;

import io.kollega.permissions.Requires;
import io.kollega.shell.Problem;
import io.kollega.shell.ValuesOf;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's tokens; they are made on the profile page or from a shell, not here. */
@RestController
@RequestMapping("/api/v1/me/tokens")
@Requires
class TokensApi {
    private final Tokens tokens;

    TokensApi(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A token without its secret, which nobody knows any more. */
    @Schema(name = "Token")
    record Document(
            long id,
            String name,
            @ValuesOf(TokenScope.class) String scope,
            Instant createdAt,
            @Schema(description = "To the hour; null if never") @Nullable Instant lastUsedAt,
            Instant expiresAt,
            @Schema(description = "Null unless it was ended before its time")
                    @Nullable Instant revokedAt) {
        static Document of(Tokens.Token token) {
            return new Document(
                    token.id(),
                    token.name(),
                    token.scope().slug(),
                    token.createdAt(),
                    token.lastUsedAt(),
                    token.expiresAt(),
                    token.revokedAt());
        }
    }

    /** All of them, the valid ones first. */
    @Schema(name = "TokenList")
    record Documents(List<Document> items) {}

    @GetMapping
    Documents tokens(CurrentPerson person) {
        return new Documents(tokens.of(person.id()).stream().map(Document::of).toList());
    }

    @DeleteMapping("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "It is ended for good; the tokens as they are now",
            content = @Content(schema = @Schema(implementation = Documents.class)))
    ResponseEntity<Object> revoke(CurrentPerson person, @PathVariable long id) {
        return tokens.revoke(person.id(), id)
                ? ResponseEntity.ok(tokens(person))
                : Problem.NOT_FOUND.answer("No valid token " + id + " is yours.");
    }
}
