package io.bilet.people.organization;

import io.bilet.people.MailDomain;
import org.jspecify.annotations.Nullable;

/** Which organizations a list shall have; what is empty restricts nothing. */
public record OrganizationFilter(
        @Nullable String namePrefix,
        @Nullable MailDomain domain,
        @Nullable String externalId) {}
