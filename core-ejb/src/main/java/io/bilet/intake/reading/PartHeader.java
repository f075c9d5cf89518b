package io.bilet.intake.reading;

import io.bilet.platform.blob.FileName;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the header of a part says about its content. */
record PartHeader(HeaderFields fields, HeaderParameters type, HeaderParameters disposition) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}");

    static PartHeader of(HeaderFields fields, String defaultType) {
        return new PartHeader(
                fields,
                HeaderParameters.parse(fields.first("content-type").orElse(defaultType)),
                HeaderParameters.parse(fields.first("content-disposition").orElse("")));
    }

    /** Lower case; {@code application/octet-stream} where the header names no type. */
    String mediaType() {
        String named = type.value();
        if (named.equals("text") || named.isEmpty()) {
            return "text/plain";
        }
        return MEDIA_TYPE.matcher(named).matches() ? named : "application/octet-stream";
    }

    boolean isText() {
        return mediaType().equals("text/plain") || mediaType().equals("text/html");
    }

    boolean isPicture() {
        return mediaType().startsWith("image/");
    }

    /** Reports, nested mails and their headers: what bounces and complaints are read from. */
    boolean isReport() {
        return mediaType().startsWith("message/") || mediaType().equals("text/rfc822-headers");
    }

    boolean isMarkedAttachment() {
        return disposition.value().equals("attachment");
    }

    @Nullable
    String charset() {
        return type.parameter("charset").orElse(null);
    }

    boolean isFlowed() {
        return type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
    }

    boolean deletesFlowSpaces() {
        return type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
    }

    boolean isNamed() {
        return rawName().isPresent();
    }

    /** A name that is safe in any file system and header; made up where the part has none. */
    String fileName() {
        return FileName.clean(rawName().orElse(""), mediaType());
    }

    private Optional<String> rawName() {
        return disposition
                .parameter("filename")
                .or(() -> type.parameter("name"))
                .filter(name -> !name.isBlank());
    }

    /** Without angle brackets; null if the part has none. */
    @Nullable
    String contentId() {
        return fields.first("content-id")
                .map(id -> id.replaceAll("[<>\\s\\p{Cc}]", ""))
                .filter(id -> !id.isEmpty() && id.length() <= 255)
                .orElse(null);
    }
}
