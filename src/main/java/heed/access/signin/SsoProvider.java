package heed.access.signin;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system that people sign in to already, as {@code heed.sso.<name>.…} says.
 *
 * @param issuer       its address, exactly as it names itself; https, but on this machine
 * @param clientId     what Heed is there
 * @param clientSecret Heed's secret there
 * @param label        what people call it, for the button
 * @param acr          values of the claim {@code acr} of which one says that more than a password was checked
 * @param amr          values of the claim {@code amr} of which one says so; with neither, Heed asks for its own code
 */
record SsoProvider(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret,
        @Nullable String label, @Nullable List<String> acr, @Nullable List<String> amr) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Says in a sentence what is missing. @throws IllegalStateException where something is */
    void check(String name) {
        if (!name.matches("[a-z0-9-]{1,30}"))
            throw new IllegalStateException("heed.sso: name a provider in small letters, digits and hyphens");
        for (var needed : new String[][]{{"issuer", issuer}, {"client-id", clientId}, {"client-secret", clientSecret},
                {"label", label}})
            if (needed[1] == null || needed[1].isBlank())
                throw new IllegalStateException("heed.sso." + name + "." + needed[0] + " is missing");
        var address = URI.create(String.valueOf(issuer));
        if (!"https".equals(address.getScheme()) && !HERE.contains(String.valueOf(address.getHost())))
            throw new IllegalStateException("heed.sso." + name + ".issuer must begin with https://");
    }

    /** Whether these claims say that more than a password was checked. */
    boolean strong(@Nullable String saidAcr, @Nullable List<String> saidAmr) {
        return saidAcr != null && acr != null && acr.contains(saidAcr)
                || saidAmr != null && amr != null && saidAmr.stream().anyMatch(amr::contains);
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "SsoProvider[" + issuer + "]";
    }
}
