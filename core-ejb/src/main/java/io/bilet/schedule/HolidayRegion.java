package io.bilet.schedule;

import org.jspecify.annotations.Nullable;

/**
 * Where the same public holidays are kept.
 *
 * @param country ISO 3166-1, two capital letters
 * @param region a part of it, such as {@code by}; null for what the whole country keeps
 */
public record HolidayRegion(String country, @Nullable String region) {}
