package heed.access.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jsoup.Jsoup;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** An OpenID provider of its own, on a port of its own: Spring's authorization server. Any user signs in with "larch". */
final class Provider implements AutoCloseable {
    private static final String PASSWORD = "larch";

    /** What it says of a user. */
    record Says(String subject, List<String> amr, Duration ago) {
    }

    final String name;
    final String issuer;
    final Map<String, Says> users = new ConcurrentHashMap<>();
    private final AnnotationConfigServletWebServerApplicationContext context;

    Provider(String name, String heed) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        this.name = name;
        this.issuer = "http://localhost:" + port;
        this.context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean("provider", Provider.class, () -> this);
        context.registerBean("tomcat", TomcatServletWebServerFactory.class,
                () -> new TomcatServletWebServerFactory(port));
        context.registerBean("callback", String.class, () -> heed + "/sign-in/with/" + name + "/back");
        context.register(Server.class);
        context.refresh();
    }

    /** Lets somebody of this subject sign in there. */
    Provider user(String user, String subject, String... amr) {
        users.put(user, new Says(subject, List.of(amr), Duration.ZERO));
        return this;
    }

    /** Says from now on that they proved themselves this long ago. */
    void since(String user, Duration ago) {
        users.computeIfPresent(user, (name, says) -> new Says(says.subject(), says.amr(), ago));
    }

    @Override
    public void close() {
        context.close();
    }

    /** The set-up of the server; without a stereotype, so that Heed does not find it. */
    @EnableWebSecurity
    @EnableWebMvc
    static class Server {
        @Bean
        DispatcherServlet dispatcherServlet() {
            return new DispatcherServlet();
        }

        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.with(new OAuth2AuthorizationServerConfigurer(), s -> s.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults()).build();
        }

        @Bean
        RegisteredClientRepository clients(String callback) {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(UUID.randomUUID().toString())
                    .clientId("heed").clientSecret("{noop}a secret of Heed's")
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).redirectUri(callback)
                    .scope("openid")
                    .clientSettings(ClientSettings.builder().requireProofKey(true).build()).build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            var maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            var pair = maker.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate()).keyID(UUID.randomUUID().toString()).build()));
        }

        @Bean
        JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings(Provider provider) {
            return AuthorizationServerSettings.builder().issuer(provider.issuer).build();
        }

        @Bean
        UserDetailsService anybody() {
            return user -> User.withUsername(user).password("{noop}" + PASSWORD).roles("USER").build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims(Provider provider) {
            return token -> {
                var says = provider.users.get(token.getPrincipal().getName());
                if (says != null && token.getTokenType().getValue().equals("id_token"))
                    token.getClaims().subject(says.subject()).claim("amr", says.amr())
                            .claim("email", token.getPrincipal().getName())
                            .claim("auth_time", Date.from(Instant.now().minus(says.ago())));
            };
        }
    }

    /** Signs in there as a browser does and says where that leads back to: the path at Heed, with its query. */
    String signIn(String address, String user) {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var to = follow(client, HttpRequest.newBuilder(URI.create(address)).build());
        var page = send(client, HttpRequest.newBuilder(to.get()).build());
        var token = Jsoup.parse(page.body()).select("input[name=_csrf]").val();
        var form = "username=" + encode(user) + "&password=" + PASSWORD + "&_csrf=" + encode(token);
        var back = follow(client, HttpRequest.newBuilder(to.get()).header("Content-Type",
                "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)).build());
        var heed = follow(client, HttpRequest.newBuilder(back.get()).build()).get();
        return heed.getRawPath() + "?" + heed.getRawQuery();
    }

    private static Supplier<URI> follow(HttpClient client, HttpRequest request) {
        var answer = send(client, request);
        var to = answer.headers().firstValue("Location").orElseThrow(
                () -> new AssertionError(request.uri() + " led nowhere: " + answer.statusCode() + answer.body()));
        return () -> request.uri().resolve(to);
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(HttpRequest.newBuilder(request, (n, v) -> true).header("Accept", "text/html").build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
