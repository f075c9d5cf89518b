package io.bilet.spi.customer;

import io.bilet.spi.HostMade;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A requester, as far ends may know them. All of it is personal data.
 *
 * @since 0.2
 */
@API(status = Status.STABLE, since = "0.2")
@HostMade
public interface Customer {

    /** Names the requester: {@code usr_} and 32 hexadecimal digits. */
    String id();

    /** What they are called; 1 to 200 characters. */
    Optional<String> name();

    /** E-mail addresses in lower case, the verified ones first; 0 to 20. */
    List<String> emailAddresses();

    /** Telephone numbers in E.164 notation; 0 to 20. */
    List<String> phoneNumbers();

    /** What their organization is called; 1 to 200 characters. */
    Optional<String> organizationName();
}
