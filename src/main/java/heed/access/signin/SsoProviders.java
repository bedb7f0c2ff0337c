package heed.access.signin;

import heed.platform.Refusal;
import heed.platform.notify.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.env.Environment;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * The systems that people can sign in with, by configuration. Nothing is asked of one before somebody uses it, so that one
 * that is away neither stops nor slows the start.
 */
@Component
class SsoProviders {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<SignatureAlgorithm> ALGORITHMS = List.of(SignatureAlgorithm.RS256,
            SignatureAlgorithm.PS256, SignatureAlgorithm.ES256);

    private final Map<String, SsoProvider> configured;
    private final Map<String, Ready> ready = new ConcurrentHashMap<>();
    private final Site site;
    private final Clock clock;
    private final SimpleClientHttpRequestFactory calls = new SimpleClientHttpRequestFactory();

    /**
     * A provider that told of itself.
     *
     * @param asks where it asks people
     * @param back where it sends them back to
     */
    record Ready(ClientRegistration registration, String asks, String back, JwtDecoder decoder) {
    }

    /** One to choose. */
    record Offered(String name, String label) {
    }

    SsoProviders(Environment environment, Site site, Clock clock) {
        this.configured = new TreeMap<>(Binder.get(environment)
                .bind("heed.sso", Bindable.mapOf(String.class, SsoProvider.class)).orElseGet(Map::of));
        this.configured.forEach((name, provider) -> provider.check(name));
        this.site = site;
        this.clock = clock;
        calls.setConnectTimeout(PATIENCE);
        calls.setReadTimeout(PATIENCE);
    }

    /** Those configured, in order of their names. */
    List<Offered> offered() {
        return configured.entrySet().stream().map(e -> new Offered(e.getKey(), String.valueOf(e.getValue().label())))
                .toList();
    }

    /** One of them. @throws heed.platform.Refused as not found where there is none of that name */
    SsoProvider named(String name) {
        var found = configured.get(name);
        if (found == null)
            throw Refusal.NOT_FOUND.because("no such provider");
        return found;
    }

    /** What people call one that may be configured no more. */
    String label(String name) {
        var found = configured.get(name);
        return found == null ? name : String.valueOf(found.label());
    }

    /** A client for calls to providers, which does not wait for long. */
    RestClient.Builder client() {
        return RestClient.builder().requestFactory(calls);
    }

    /**
     * What a provider tells of itself, asked the first time.
     *
     * @throws RestClientException where it does not answer, or not as the issuer that is configured
     */
    Ready ready(String name) {
        var known = ready.get(name);
        if (known != null)
            return known;
        var provider = named(name);
        var issuer = String.valueOf(provider.issuer());
        var told = client().build().get()
                .uri(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration")
                .retrieve().body(new ParameterizedTypeReference<Map<String, Object>>() {
                });
        if (told == null || !issuer.equals(told.get("issuer")))
            throw new RestClientException("the provider calls itself otherwise than configured");
        var back = site.address() + "/sign-in/with/" + name + "/back";
        ClientRegistration registration;
        try {
            registration = ClientRegistrations.fromOidcConfiguration(told).registrationId(name)
                    .clientId(String.valueOf(provider.clientId()))
                    .clientSecret(String.valueOf(provider.clientSecret()))
                    .redirectUri(back).scope("openid").build();
        } catch (IllegalArgumentException e) {
            throw new RestClientException("the provider does not tell what is needed of itself");
        }
        var details = registration.getProviderDetails();
        var keys = details.getJwkSetUri();
        var asks = details.getAuthorizationUri();
        if (keys == null || asks == null)
            throw new RestClientException("the provider does not tell what is needed of itself");
        var fresh = new Ready(registration, asks, back, decoder(registration, keys));
        ready.put(name, fresh);
        return fresh;
    }

    private JwtDecoder decoder(ClientRegistration registration, String keys) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(new RestTemplate(calls))
                .jwsAlgorithms(all -> {
                    all.clear();
                    all.addAll(ALGORITHMS);
                }).build();
        var times = new JwtTimestampValidator();
        times.setClock(clock);
        var claims = new OidcIdTokenValidator(registration);
        claims.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        Map<String, Converter<Object, ?>> converters = OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters();
        decoder.setClaimSetConverter(new ClaimTypeConverter(converters));
        return decoder;
    }
}
