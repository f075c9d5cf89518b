package io.bilet.automation.macro;

/**
 * A macro and how often it was used of late.
 *
 * @param uses in the last 90 days
 */
public record CountedMacro(Macro macro, long uses) {}
