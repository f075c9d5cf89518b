package io.bilet.intake.robot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The machine-readable part of a delivery report: blocks of fields, one per recipient after the first (RFC 3464). */
final class DeliveryReport {

    private static final int BLOCKS_MAX = 200;

    private DeliveryReport() {}

    /** Fields of each block by lower-case name. */
    static List<Map<String, String>> blocks(String text) {
        List<Map<String, String>> blocks = new ArrayList<>();
        Map<String, String> block = new LinkedHashMap<>();
        String open = "";
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            if (line.isBlank()) {
                add(blocks, block);
                block = new LinkedHashMap<>();
            } else if (Character.isWhitespace(line.charAt(0))) {
                block.computeIfPresent(open, (name, value) -> value + " " + line.strip());
            } else if (line.indexOf(':') > 0) {
                int colon = line.indexOf(':');
                open = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                block.putIfAbsent(open, line.substring(colon + 1).strip());
            }
        }
        add(blocks, block);
        return blocks;
    }

    private static void add(List<Map<String, String>> blocks, Map<String, String> block) {
        if (!block.isEmpty() && blocks.size() < BLOCKS_MAX) {
            blocks.add(block);
        }
    }

    /** The address of a field such as {@code rfc822; a@example.org}. */
    static Optional<String> address(Map<String, String> block, String field) {
        return Optional.ofNullable(block.get(field))
                .map(value -> value.substring(value.indexOf(';') + 1))
                .map(value -> value.replaceAll("[<>\\s]", ""))
                .filter(value -> value.indexOf('@') > 0);
    }

    /** The text of a field such as {@code smtp; 550 no such user}. */
    static String said(Map<String, String> block, String field) {
        String value = block.getOrDefault(field, "");
        int semicolon = value.indexOf(';');
        return value.substring(semicolon >= 0 && semicolon < 20 ? semicolon + 1 : 0)
                .strip();
    }
}
