package io.bilet.ticket;

import io.bilet.platform.json.Wire;
import io.bilet.platform.text.Tags;
import io.bilet.platform.typed.TypedValues;
import io.bilet.platform.typed.TypedValuesColumn;
import io.bilet.ticket.TicketEvent.FieldChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a ticket is about, as people and rules describe it. A value: each {@code with…} gives a changed copy. */
@Embeddable
public class Description {

    /** What the names of custom fields begin with, in records and conditions on a ticket. */
    public static final String CUSTOM_FIELDS = "custom_fields.";

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

    /** In a column of the ticket, so that reading one with such fields costs no more than reading one without. */
    @Convert(converter = TypedValuesColumn.class)
    @Column(name = "custom_fields")
    private TypedValues customFields = TypedValues.NONE;

    @SuppressWarnings("NullAway.Init")
    protected Description() {} // for JPA

    Description(Opening opening) {
        subject = opening.subject();
        priority = opening.priority();
        type = opening.type();
        language = opening.language();
        externalId = opening.externalId();
    }

    private Description(Description other) {
        subject = other.subject;
        priority = other.priority;
        type = other.type;
        language = other.language;
        externalId = other.externalId;
        tags = other.tags;
        customFields = other.customFields;
    }

    public Description withSubject(String next) {
        Description copy = new Description(this);
        copy.subject = next;
        return copy;
    }

    public Description withPriority(TicketPriority next) {
        Description copy = new Description(this);
        copy.priority = next;
        return copy;
    }

    public Description withType(@Nullable TicketType next) {
        Description copy = new Description(this);
        copy.type = next;
        return copy;
    }

    public Description withLanguage(@Nullable String next) {
        Description copy = new Description(this);
        copy.language = next;
        return copy;
    }

    public Description withExternalId(@Nullable String next) {
        Description copy = new Description(this);
        copy.externalId = next;
        return copy;
    }

    public Description withTags(SortedSet<String> next) {
        Description copy = new Description(this);
        copy.tags = new TreeSet<>(next);
        return copy;
    }

    public Description withCustomFields(TypedValues next) {
        Description copy = new Description(this);
        copy.customFields = next;
        return copy;
    }

    /** The fields in which {@code next} differs, in the order in which the API lists them. */
    List<FieldChanged> changesTo(Description next) {
        List<FieldChanged> changes = new ArrayList<>();
        difference(changes, "subject", subject, next.subject);
        difference(changes, "priority", Wire.of(priority), Wire.of(next.priority));
        difference(changes, "type", wire(type), wire(next.type));
        difference(changes, "language", language, next.language);
        difference(changes, "external_id", externalId, next.externalId);
        difference(changes, "tags", String.join(" ", tags), String.join(" ", next.tags));
        if (!customFields.equals(next.customFields)) {
            Set<String> keys = new TreeSet<>(customFields.keys());
            keys.addAll(next.customFields.keys());
            keys.forEach(key ->
                    difference(changes, CUSTOM_FIELDS + key, customFields.text(key), next.customFields.text(key)));
        }
        return changes;
    }

    private static void difference(
            List<FieldChanged> changes, String field, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new FieldChanged(field, from, to));
        }
    }

    private static @Nullable String wire(@Nullable Enum<?> constant) {
        return constant == null ? null : Wire.of(constant);
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

    /** The values of the fields that administrators added. */
    public TypedValues customFields() {
        return customFields;
    }
}
