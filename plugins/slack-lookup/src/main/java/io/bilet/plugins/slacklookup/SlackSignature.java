package io.bilet.plugins.slacklookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.spi.hook.HookCall;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells Slack's calls from others: {@code v0=} and the HMAC of {@code v0:<seconds>:<body>}, at most 5 minutes old. */
record SlackSignature(String secret, Clock clock) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    boolean isOf(HookCall call) {
        String time = call.header("X-Slack-Request-Timestamp").orElse("");
        if (!time.matches("\\d{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant());
        String expected = "v0=" + HexFormat.of().formatHex(hmac("v0:" + time + ":" + call.body()));
        String given = call.header("X-Slack-Signature").orElse("");
        return age.abs().compareTo(TOLERANCE) <= 0
                && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }
}
