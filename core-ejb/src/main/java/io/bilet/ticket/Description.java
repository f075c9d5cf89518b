package io.bilet.ticket;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

/** What a ticket is about, as people and rules describe it. */
@Embeddable
public class Description {

    /** Longest subject, in characters; longer ones are cut when they come by mail and refused when they come by API. */
    public static final int SUBJECT_LENGTH_MAX = 255;

    @Column(nullable = false)
    private String subject;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private TicketPriority priority;

    @Enumerated(EnumType.STRING)
    private @Nullable TicketType type;

    private @Nullable String language;

    @Column(name = "external_id")
    private @Nullable String externalId;

    @Convert(converter = Tags.class)
    @Column(nullable = false)
    private SortedSet<String> tags = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Description() {} // for JPA

    Description(Opening opening) {
        subject = opening.subject();
        priority = opening.priority();
        type = opening.type();
        language = opening.language();
        externalId = opening.externalId();
    }

    public String subject() {
        return subject;
    }

    public TicketPriority priority() {
        return priority;
    }

    public Optional<TicketType> type() {
        return Optional.ofNullable(type);
    }

    /** BCP 47 tag. */
    public Optional<String> language() {
        return Optional.ofNullable(language);
    }

    public Optional<String> externalId() {
        return Optional.ofNullable(externalId);
    }

    public SortedSet<String> tags() {
        return Collections.unmodifiableSortedSet(tags);
    }

    void updateSubject(String next) {
        subject = next;
    }

    void updatePriority(TicketPriority next) {
        priority = next;
    }

    void updateType(@Nullable TicketType next) {
        type = next;
    }

    void updateLanguage(@Nullable String next) {
        language = next;
    }

    void updateExternalId(@Nullable String next) {
        externalId = next;
    }

    void tag(SortedSet<String> next) {
        tags = next;
    }
}
