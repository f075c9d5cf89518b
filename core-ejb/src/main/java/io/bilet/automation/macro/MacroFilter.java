package io.bilet.automation.macro;

/**
 * Which macros a list shall have, and in which order.
 *
 * @param withoutArticle only those that answer what can be read nowhere
 * @param mostUsedFirst by uses, the most first; else by name
 */
public record MacroFilter(boolean withoutArticle, boolean mostUsedFirst) {}
