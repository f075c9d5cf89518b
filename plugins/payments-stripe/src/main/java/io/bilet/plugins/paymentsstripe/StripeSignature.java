package io.bilet.plugins.paymentsstripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bilet.spi.hook.HookCall;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells Stripe's calls from others: {@code Stripe-Signature: t=<seconds>,v1=<hex>,v1=<hex>}. */
record StripeSignature(String secret, Clock clock) {

    /** What Stripe's own libraries tolerate. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    boolean isOf(HookCall call) {
        String time = "";
        List<String> signatures = new ArrayList<>();
        for (String part : call.header("Stripe-Signature").orElse("").split(",", -1)) {
            if (part.startsWith("t=")) {
                time = part.substring(2);
            } else if (part.startsWith("v1=")) {
                signatures.add(part.substring(3));
            }
        }
        if (!time.matches("\\d{1,12}") || !isFresh(Instant.ofEpochSecond(Long.parseLong(time)))) {
            return false;
        }
        byte[] expected =
                HexFormat.of().formatHex(hmac(time + "." + call.body())).getBytes(UTF_8);
        return signatures.stream().anyMatch(each -> MessageDigest.isEqual(expected, each.getBytes(UTF_8)));
    }

    private boolean isFresh(Instant at) {
        return Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
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
