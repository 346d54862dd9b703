package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.requests.events.RequestId;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives an attachment to those who may read the words that it goes with; never shows it inline. */
@Controller
@Requires({Permission.ASK, Permission.WORK_QUEUE})
class AttachmentDownload {
    private final RequestRows rows;
    private final Attachments attachments;

    AttachmentDownload(RequestRows rows, Attachments attachments) {
        this.rows = rows;
        this.attachments = attachments;
    }

    @GetMapping("/requests/{id:\\d+}/attachments/{attachment}")
    ResponseEntity<Resource> download(
            CurrentPerson person, @PathVariable long id, @PathVariable long attachment) {
        RequestId request = new RequestId(id);
        Attachments.Attachment file =
                rows.find(request, person)
                        .flatMap(seen ->
                                attachments.of(request, seen.side()).stream()
                                        .filter(one -> one.id() == attachment)
                                        .findFirst())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(attachments.path(file.file())));
    }
}
