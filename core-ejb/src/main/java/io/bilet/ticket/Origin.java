package io.bilet.ticket;

import io.bilet.brand.BrandId;
import io.bilet.people.OrganizationId;
import io.bilet.people.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a ticket came from; never changes. */
@Embeddable
public class Origin {

    @Column(name = "requester_id", nullable = false, updatable = false)
    private UUID requesterId;

    @Column(name = "organization_id", updatable = false)
    private @Nullable UUID organizationId;

    @Column(name = "brand_id", nullable = false, updatable = false)
    private UUID brandId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "opened_by", nullable = false, updatable = false)
    private AuthorRole openedBy;

    @Column(name = "follow_up_of_id", updatable = false)
    private @Nullable UUID followUpOfId;

    @SuppressWarnings("NullAway.Init")
    protected Origin() {} // for JPA

    Origin(Opening opening) {
        requesterId = opening.requester().value();
        organizationId =
                opening.organization() == null ? null : opening.organization().value();
        brandId = opening.brand().value();
        channel = opening.channel();
        openedBy = opening.openedBy();
        followUpOfId =
                opening.followUpOf() == null ? null : opening.followUpOf().value();
    }

    public UserId requester() {
        return new UserId(requesterId);
    }

    public Optional<OrganizationId> organization() {
        return Optional.ofNullable(organizationId).map(OrganizationId::new);
    }

    public BrandId brand() {
        return new BrandId(brandId);
    }

    public Channel channel() {
        return channel;
    }

    public AuthorRole openedBy() {
        return openedBy;
    }

    /** The closed ticket that this one continues. */
    public Optional<TicketId> followUpOf() {
        return Optional.ofNullable(followUpOfId).map(TicketId::new);
    }
}
