package heed.access.signin;

import heed.platform.seal.InstallationKey;
import heed.platform.seal.SealBroken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asking a provider who somebody is: OpenID Connect, authorization code with PKCE, state and nonce. What was asked waits in
 * an encrypted cookie of the browser that asks, so that a stranger's clicks fill no table.
 */
@Component
class SsoExchange {
    static final Duration COUNTS_FOR = Duration.ofMinutes(10);
    private static final String PLACE = "access.sso";
    private static final int BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final SsoProviders providers;
    private final InstallationKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final OidcAuthorizationCodeAuthenticationProvider oidc;

    /** Why a provider is asked. */
    enum Why {
        /** To sign in. */
        SIGN_IN,
        /** To confirm that it is them. */
        CONFIRM,
        /** To link the account there to the one here. */
        LINK,
        /** To begin, with an invitation. */
        INVITATION
    }

    /**
     * What somebody wants of a provider, as a link of one of Heed's own pages carries it.
     *
     * @param why  for what
     * @param what for whom: the staff id, or the invitation's secret; empty for signing in
     * @param next the page to show afterwards
     * @param at   when
     */
    record Errand(Why why, String what, String next, Instant at) {
        /** Keeps an invitation's secret out of logs. */
        @Override
        public String toString() {
            return "Errand[" + why + "]";
        }
    }

    /** What was asked. */
    private record Asked(String provider, String state, String nonce, String verifier, Errand errand) {
    }

    /** Where to send the browser, and what it is to keep. */
    record Sent(URI to, String cookie) {
    }

    /**
     * What a provider told.
     *
     * @param issuer  who tells
     * @param subject who it is there
     * @param strong  whether more than a password was checked
     * @param proved  when it was checked; null where that is not told
     */
    record Told(Errand errand, String issuer, String subject, boolean strong, @Nullable Instant proved) {
        /** Keeps the subject out of logs. */
        @Override
        public String toString() {
            return "Told[" + issuer + "]";
        }
    }

    SsoExchange(SsoProviders providers, InstallationKey key, Clock clock) {
        this.providers = providers;
        this.key = key;
        this.clock = clock;
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(providers.client().configureMessageConverters(all -> all
                .registerDefaults().addCustomConverter(new FormHttpMessageConverter())
                .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        // What the identity token says is enough; nothing more is asked about anybody.
        this.oidc = new OidcAuthorizationCodeAuthenticationProvider(tokens, SsoExchange::user);
        this.oidc.setJwtDecoderFactory(registration -> providers.ready(registration.getRegistrationId()).decoder());
    }

    private static OidcUser user(org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest request) {
        return new DefaultOidcUser(List.of(), request.getIdToken());
    }

    /** An errand as a link carries it. */
    String link(Why why, String what, String next) {
        return seal(JSON.writeValueAsString(new Errand(why, what, next, clock.instant())), "link");
    }

    /** The errand of a link; empty where it is not ours or too old. */
    Optional<Errand> errand(String link) {
        return open(link, "link", Errand.class).filter(e -> clock.instant().isBefore(e.at().plus(COUNTS_FOR)));
    }

    /**
     * Asks a provider.
     *
     * @throws org.springframework.web.client.RestClientException where it is away
     */
    Sent ask(String provider, Errand errand) {
        var asked = new Asked(provider, fresh(), fresh(), fresh(), errand);
        return new Sent(URI.create(request(asked).getAuthorizationRequestUri()),
                seal(JSON.writeValueAsString(asked), "cookie"));
    }

    /**
     * Reads what came back.
     *
     * @param cookie what the browser kept
     * @return empty where it does not answer what this browser asked, or the provider said no
     * @throws org.springframework.web.client.RestClientException where the provider is away
     */
    Optional<Told> told(String provider, String cookie, String state, @Nullable String code) {
        var asked = open(cookie, "cookie", Asked.class)
                .filter(a -> a.provider().equals(provider)
                        && clock.instant().isBefore(a.errand().at().plus(COUNTS_FOR))
                        && MessageDigest.isEqual(a.state().getBytes(StandardCharsets.UTF_8),
                                state.getBytes(StandardCharsets.UTF_8)));
        if (asked.isEmpty() || code == null || code.isEmpty())
            return Optional.empty();
        var request = request(asked.get());
        var response = OAuth2AuthorizationResponse.success(code).redirectUri(providers.ready(provider).back())
                .state(state)
                .build();
        try {
            var done = oidc.authenticate(
                    new OAuth2LoginAuthenticationToken(providers.ready(provider).registration(),
                            new OAuth2AuthorizationExchange(request, response)));
            if (!(done instanceof OAuth2LoginAuthenticationToken token)
                    || !(token.getPrincipal() instanceof OidcUser user))
                return Optional.empty();
            var said = user.getIdToken();
            var subject = said.getSubject();
            if (subject == null)
                return Optional.empty();
            return Optional.of(new Told(asked.get().errand(), String.valueOf(said.getIssuer()), subject,
                    providers.named(provider).strong(said.getAuthenticationContextClass(),
                            said.getAuthenticationMethods()),
                    said.getAuthenticatedAt()));
        } catch (AuthenticationException e) {
            return Optional.empty();
        }
    }

    private OAuth2AuthorizationRequest request(Asked asked) {
        var ready = providers.ready(asked.provider());
        var registration = ready.registration();
        var builder = OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(ready.asks())
                .redirectUri(ready.back()).scopes(registration.getScopes()).state(asked.state())
                .attributes(Map.of(OidcParameterNames.NONCE, asked.nonce(), PkceParameterNames.CODE_VERIFIER,
                        asked.verifier(), OAuth2ParameterNames.REGISTRATION_ID, asked.provider()))
                .additionalParameters(more -> {
                    more.put(OidcParameterNames.NONCE, sha256(asked.nonce()));
                    more.put(PkceParameterNames.CODE_CHALLENGE, sha256(asked.verifier()));
                    more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    if (asked.errand().why() == Why.CONFIRM) {
                        more.put("prompt", "login");
                        more.put("max_age", "0");
                    }
                });
        return builder.build();
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return URL.encodeToString(bytes);
    }

    private String seal(String text, String what) {
        return URL.encodeToString(key.seal(text, PLACE, what));
    }

    private <T> Optional<T> open(String sealed, String what, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(key.open(Base64.getUrlDecoder().decode(sealed), PLACE, what), type));
        } catch (SealBroken | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String sha256(String text) {
        try {
            return URL.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
