package io.bilet.platform.work;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Runs every {@link Recurring} of the application from start to stop; a run that fails is logged and comes again. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Pulse {

    @Inject
    @Any
    private Instance<Recurring> recurring;

    @Inject
    private Crew crew;

    @Inject
    private Leases leases;

    @Inject
    private Complaints complaints;

    private volatile boolean begun;

    @PostConstruct
    void start() {
        recurring.forEach(each -> {
            complaints.expect(each.name());
            crew.every(each.pause(), () -> complaints.run(each.name(), each::run));
        });
        begun = true;
    }

    /** Whether the schema is up to date, which comes first, and the duties are being done. */
    public boolean hasBegun() {
        return begun;
    }

    /** While every bean is still there: where this one is destroyed, others may be gone already. */
    public void stopping(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
        stop();
    }

    /**
     * Lets what this node does by itself come to its end, so that another can do it at once. Where it does not come to
     * its end, leases run out by themselves: nobody else may begin before.
     */
    @PreDestroy
    void stop() {
        if (!crew.isStopping() && crew.stop()) {
            leases.giveBackAll();
        }
    }
}
