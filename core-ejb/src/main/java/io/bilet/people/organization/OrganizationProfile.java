package io.bilet.people.organization;

import io.bilet.people.MailDomain;
import io.bilet.platform.error.InvalidInput;
import io.bilet.platform.error.Require;
import io.bilet.platform.text.Tags;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an organization; refuses what breaks a rule, naming the field.
 *
 * @param domains mail domains in ASCII form, at most 100, each of one organization only
 * @param externalId its key in another system, unique
 */
public record OrganizationProfile(
        String name, SortedSet<String> domains, @Nullable String externalId, SortedSet<String> tags) {

    private static final int NAME_LENGTH_MAX = 200;
    private static final int EXTERNAL_ID_LENGTH_MAX = 190;
    private static final int DOMAINS_MAX = 100;

    public OrganizationProfile {
        Require.line(name, NAME_LENGTH_MAX, "/name");
        domains = normalise(domains);
        if (externalId != null) {
            Require.key(externalId, EXTERNAL_ID_LENGTH_MAX, "/external_id");
        }
        tags = Tags.normalise(tags, "/tags");
    }

    private static SortedSet<String> normalise(Collection<String> domains) {
        SortedSet<String> normal = new TreeSet<>();
        domains.forEach(
                domain -> normal.add(MailDomain.parse(domain, "/domains").ascii()));
        if (normal.size() > DOMAINS_MAX) {
            throw new InvalidInput("/domains", "too_many", "At most %d domains are allowed.".formatted(DOMAINS_MAX));
        }
        return normal;
    }
}
