package io.bilet.template;

import java.time.ZoneId;
import java.util.Locale;

/** For whom a template is rendered: in which language words are written, and in which zone times. */
public record Reader(Locale locale, ZoneId zone) {}
