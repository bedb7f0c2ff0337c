package heed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody with a browser: keeps cookies, follows no redirect by itself, sends the token of the last page with a form. */
@NullMarked
public final class Visitor {
    private static final String BOUNDARY = "----heed-test-boundary";

    /** One for all: each has threads of its own, and no cookies here. */
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable HttpResponse<String> last;

    /** Visits what runs at this port of this machine. */
    public Visitor(int port) {
        this.port = port;
    }

    /** Opens a page. */
    public Visitor get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form with the token of the page open now. */
    public Visitor post(String path, String... namesAndValues) {
        var form = form(namesAndValues);
        var token = page().selectFirst("input[name=_csrf]");
        if (token == null)
            throw new AssertionError("the page open now has no form");
        return postRaw(path, form.isEmpty() ? "_csrf=" + encode(token.val()) : form + "&_csrf=" + encode(token.val()));
    }

    /** Sends a form without a token. */
    public Visitor postWithoutToken(String path, String... namesAndValues) {
        return postRaw(path, form(namesAndValues));
    }

    /** Sends a form as Heed's own script does, with the token of the page open now. */
    public Visitor postAsScript(String path, String... namesAndValues) {
        var token = page().select("input[name=_csrf]").val();
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Heed-Script", "yes").POST(HttpRequest.BodyPublishers
                        .ofString(form(namesAndValues) + "&_csrf=" + encode(token))));
    }

    /** A file chosen in a form. */
    public record Chosen(String name, byte[] bytes) {
    }

    /** Sends a form with files chosen in its box "files", with the token of the page open now. */
    public Visitor postFiles(String path, String description, Chosen... files) {
        var token = page().selectFirst("input[name=_csrf]");
        if (token == null)
            throw new AssertionError("the page open now has no form");
        return postParts(path, multipart(token.val(), description, files));
    }

    /** Sends this as a form with files. */
    public Visitor postParts(String path, byte[] body) {
        return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** A form with files as a browser writes it. */
    public static byte[] multipart(String token, String description, Chosen... files) {
        return multipart(token, Map.of("description", description), files);
    }

    /** A form with these fields and files as a browser writes it. */
    public static byte[] multipart(String token, Map<String, String> fields, Chosen... files) {
        var out = new java.io.ByteArrayOutputStream();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        for (var field : all.entrySet())
            out.writeBytes(
                    ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
        for (var file : files) {
            out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                    + file.name().replace("\"", "%22") + "\"\r\nContent-Type: image/jpeg\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(file.bytes());
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** Fetches a file; the page open now stays open. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return CLIENT.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a body as a form. */
    public Visitor postRaw(String path, String body) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a request with any method and no body. */
    public Visitor method(String method, String path) {
        return send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Goes where the last answer leads. */
    public Visitor follow() {
        return get(location());
    }

    /** The last answer's status. */
    public int status() {
        return answer().statusCode();
    }

    /** The path the last answer leads to. */
    public String location() {
        return answer().headers().firstValue("Location").map(l -> l.replaceFirst("^http://localhost:[0-9]+", ""))
                .orElseThrow(() -> new AssertionError("leads nowhere: " + status() + " " + body()));
    }

    /** The last answer's header; empty when there is none. */
    public String header(String name) {
        return String.join(", ", answer().headers().allValues(name));
    }

    /** Every cookie that the last answer sets, as it says it. */
    public java.util.List<String> setCookies() {
        return answer().headers().allValues("Set-Cookie");
    }

    /** The last answer's body. */
    public String body() {
        return answer().body();
    }

    /** The last answer's body, but for the token against forgery, which is another at every page. */
    public String bodyWithoutToken() {
        return body().replaceAll("(name=\"_csrf\" value=\")[^\"]*", "$1");
    }

    /** The last answer's body as a page. */
    public Document page() {
        return Jsoup.parse(body());
    }

    /** The first heading of the page open now. */
    public String heading() {
        return page().select("h1").text();
    }

    /** A cookie's value; null when there is none. */
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** Sets a cookie. */
    public Visitor withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!cookies.isEmpty())
            request.header("Cookie", cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue())
                    .collect(Collectors.joining("; ")));
        return request;
    }

    private Visitor send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            last = answer;
            for (var set : answer.headers().allValues("Set-Cookie")) {
                var pair = set.split(";", 2)[0].split("=", 2);
                if (pair[1].isEmpty() || set.contains("Max-Age=0"))
                    cookies.remove(pair[0]);
                else
                    cookies.put(pair[0], pair[1]);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> answer() {
        var answer = last;
        if (answer == null)
            throw new AssertionError("nothing was asked yet");
        return answer;
    }

    private static String form(String... namesAndValues) {
        return Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .map(i -> encode(namesAndValues[i]) + "=" + encode(namesAndValues[i + 1]))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
