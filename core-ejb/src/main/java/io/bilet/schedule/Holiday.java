package io.bilet.schedule;

import java.time.LocalDate;

/** A civil date, in the schedule's time zone, on which nobody works. */
public record Holiday(LocalDate date, String name) {}
