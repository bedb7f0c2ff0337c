package heed.house;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes malformed requests from a seed: the same seed makes the same requests. */
final class Malformed {
    /** Stands in every value that is sent: it must come back escaped or not at all, and never be in the log. */
    static final String MARK = "zq7x";
    private static final String BOUNDARY = "heed-fuzz-boundary";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** What is wrong with a request. */
    enum Kind {
        NOTHING_SENT, HUGE_FIELD, REPEATED_FIELDS, UNKNOWN_FIELDS, WRONG_TYPES, INJECTIONS, TEMPLATES, CONTROL_CHARACTERS, RIGHT_TO_LEFT, BAD_UTF_8, NO_TOKEN, ANOTHERS_TOKEN, JSON, OTHER_CONTENT_TYPE, BROKEN_MULTIPART, HUGE_IDS, RANDOM_IDS, PATH_TRICKS, QUERIES, BAD_METHOD, LONG_HEADERS, BAD_COOKIES, BROKEN_HEAD, MANY_FIELDS, CUT_SHORT
    }

    /** Somebody's browser: their cookies and a form token of theirs. */
    record Browser(String cookies, String token) {
    }

    private static final List<String> INJECTED = List.of("<script>zq7x</script>", "<zq7x a=\"'>", "' or '1'='1 zq7x",
            "zq7x'; drop table casework.concern; --", "zq7x\" onmouseover=\"x", "${zq7x:-x}", "%0d%0aX-Zq7x: yes",
            "\r\nX-Zq7x: yes", "javascript:zq7x<", "</textarea><zq7x>", "--><zq7x>", "../../../../etc/passwd zq7x",
            "=cmd|' /C zq7x'!A0", "zq7x<svg/onload=x>", "(|(uid=*zq7x)(x=", "|id; zq7x `id` $(id)");
    private static final List<String> TEMPLATED = List.of("${7*7}<zq7x>", "#{7*7}zq7x<", "{{7*7}}zq7x<",
            "zq7x%s%n%x%d<", "@import zq7x<", "!{x}zq7x<", "*{T(x).y()}zq7x<", "__${zq7x}__::.x<", "{0}{1}{99}zq7x<");
    private static final List<String> TYPES = List.of("", "-1", "2147483648", "9".repeat(400), "1e309", "NaN", "true",
            "null", "undefined", "0x1F", "2026-13-45", "31/02/2026", "99999-01-01", "[]", "{}", "٣", "1;2", "a,b",
            "00000000-0000-0000-0000-000000000000", "C-0000-00", "K-0000-00", "zq7x<");
    private static final List<String> TRICKS = List.of("/../../etc/passwd", "/%2e%2e/%2e%2e/x", "//", "/;x=zq7x<",
            "/%00", "/%zz", "/%c0%ae%c0%ae/", "/..;/settings", "/.%00./", "\\..\\..", "/%5c..%5c", "/?/../", "#zq7x",
            "/%252e%252e/", "/actuator/env", "/%e2%80%ae", "/" + "a/".repeat(700), "/x".repeat(3000), "/./././",
            ";jsessionid=zq7x", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/.git/config", "/assets/../../heed.jar");
    private static final List<String> METHODS = List.of("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "CONNECT",
            "PROPFIND", "get", "ZQ7X", "POST\t", "G\u00e9T", "A".repeat(300));

    private final Random random;
    private final List<String> fields;
    private final Map<String, List<String>> known;

    /**
     * Makes requests from this seed.
     *
     * @param fields names of fields that forms have
     * @param known  what can stand in a path, by the name of its variable
     */
    Malformed(long seed, List<String> fields, Map<String, List<String>> known) {
        this.random = new Random(seed);
        this.fields = fields;
        this.known = known;
    }

    Kind kind() {
        return of(List.of(Kind.values()));
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A request to a route with this wrong with it. */
    byte[] request(Kind kind, String method, String path, Browser browser) {
        var target = path(kind, path);
        return switch (kind) {
            case NOTHING_SENT -> form(method, target, browser, browser.token(), List.of());
            case NO_TOKEN -> form("POST", target, browser, null, some(INJECTED));
            case ANOTHERS_TOKEN -> form("POST", target, browser, of(List.of("zq7x<", "", browser.token() + "x",
                    UUID.randomUUID().toString(), "A".repeat(5000))), some(INJECTED));
            case HUGE_FIELD -> form("POST", target, browser, browser.token(),
                    pairs(List.of("zq7x<" + "w".repeat(random.nextInt(300_000)))));
            case MANY_FIELDS -> form("POST", target, browser, browser.token(), many());
            case REPEATED_FIELDS -> form("POST", target, browser, browser.token(), repeated());
            case UNKNOWN_FIELDS -> form("POST", target, browser, browser.token(), unknown());
            case WRONG_TYPES -> form("POST", target, browser, browser.token(), some(TYPES));
            case INJECTIONS -> form("POST", target, browser, browser.token(), some(INJECTED));
            case TEMPLATES -> form("POST", target, browser, browser.token(), some(TEMPLATED));
            case CONTROL_CHARACTERS -> form("POST", target, browser, browser.token(), some(List.of("<zq7x\u0000>",
                    "zq7x\u0001\u0008\u000b\u001b[31m<", "zq7x\r\n\r\n<", "\u007f\u0085zq7x<", "zq7x\uFFFE\uFFFF<",
                    "\u0000")));
            case RIGHT_TO_LEFT -> form("POST", target, browser, browser.token(), some(List.of("\u202E<zq7x>\u202C",
                    "\u200F\u200B\u2066zq7x<", "e" + "\u0301".repeat(500) + "zq7x<",
                    "\uD83D\uDC68\u200D\uD83D\uDC69zq7x<",
                    "\u0130\u0131\u00DFzq7x<", "\uFDFAzq7x<".repeat(40))));
            case BAD_UTF_8 -> raw("POST", target, browser, "application/x-www-form-urlencoded", badUtf8(browser));
            case JSON -> raw("POST", target, browser, "application/json\r\nX-XSRF-TOKEN: " + browser.token(),
                    ascii("{\"_csrf\":\"" + browser.token() + "\",\"words\":\"zq7x<\",\"a\":" + "[".repeat(2000)
                            + "}"));
            case OTHER_CONTENT_TYPE -> raw("POST", target, browser,
                    token(browser) + of(List.of("text/xml", "text/plain; charset=zq7x",
                            "application/x-www-form-urlencoded; charset=UTF-16", "multipart/form-data", "zq7x<", "/",
                            "",
                            "application/x-java-serialized-object", "text/html; charset=\"", "*/*",
                            "multipart/mixed;boundary=x")),
                    ascii("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;zq7x</x>"));
            case BROKEN_MULTIPART ->
                raw("POST", target, browser, token(browser) + of(List.of("multipart/form-data; boundary=" + BOUNDARY,
                        "multipart/form-data; boundary=", "multipart/form-data; boundary=\"" + "b".repeat(500) + "\"",
                        "multipart/form-data; boundary=" + BOUNDARY + "; charset=nope")), multipart(browser));
            case HUGE_IDS, RANDOM_IDS, PATH_TRICKS -> method.equals("GET")
                    ? head(method, target, browser, "")
                    : form(method, target, browser, browser.token(), some(INJECTED));
            case QUERIES -> head("GET", target + "?" + query(), browser, "");
            case BAD_METHOD -> head(of(METHODS), target, browser, "Content-Length: 0\r\n");
            case LONG_HEADERS -> head("GET", target, browser, of(List.of("X-Long: " + "zq7x".repeat(6000) + "\r\n",
                    "X-A: zq7x<\r\n".repeat(150), "Accept-Language: " + "zq7x-<,".repeat(900) + "\r\n",
                    "Referer: " + "https://zq7x.example/<".repeat(200) + "\r\n", "Accept: zq7x/<;q=\r\n",
                    "Range: bytes=0-" + "9".repeat(300) + "\r\n",
                    "X-Forwarded-For: zq7x<\r\nForwarded: for=\"<zq7x\"\r\n",
                    "If-Modified-Since: zq7x<\r\nIf-None-Match: zq7x<\r\n", "X-Heed-Script: zq7x<\r\n",
                    "X-HTTP-Method-Override: DELETE\r\n", "Expect: zq7x\r\n",
                    "Upgrade: zq7x\r\nConnection: upgrade\r\n")));
            case BAD_COOKIES ->
                head("GET", target, new Browser(of(List.of("heed-session=zq7x<", "heed-session=" + "A".repeat(7000),
                        "heed-session=" + UUID.randomUUID(), "heed-form=zq7x<; heed-owner=zq7x; heed-browser=\"zq7x",
                        "=; ;;; =zq7x<", "heed-owner=" + "e30".repeat(900), "heed-said=zq7x<; heed-session=!!!",
                        "heed-session=" + "%".repeat(50), "\u00e9=\u00fczq7x<",
                        browser.cookies() + "; " + browser.cookies())),
                        browser.token()), "");
            case BROKEN_HEAD -> ascii(of(List.of("GET " + target + "\r\n\r\n", "GET " + target + " HTTP/9.9\r\n\r\n",
                    "GET  " + target + " HTTP/1.1\r\nHost: x\r\n\r\n", "zq7x<\r\n\r\n", "\r\n\r\n\r\n\r\n",
                    "GET " + target + " HTTP/1.1\r\nHost\r\n\r\n", "GET " + target + " HTTP/1.1\r\n\r\n",
                    "GET " + target + " HTTP/1.1\r\nHost: a\r\nHost: zq7x<\r\nConnection: close\r\n\r\n",
                    "POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\nzq7x<",
                    "POST " + target
                            + " HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nzq7x<zq7x",
                    "POST " + target
                            + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: zq7x\r\nConnection: close\r\n\r\nzq7x<",
                    "POST " + target
                            + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nZQ\r\nzq7x<",
                    "GET " + target + " HTTP/1.1\r\nHost: zq7x<\r\nConnection: close\r\n\r\n",
                    "GET http://zq7x.example" + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                    "GET " + target + " HTTP/1.1\r\nHost: x\r\n folded: zq7x<\r\nConnection: close\r\n\r\n")));
            case CUT_SHORT -> cut(form("POST", target, browser, browser.token(), some(INJECTED)));
        };
    }

    /** Now and then the token goes as a header, so that what cannot be taken apart gets past the check for forged forms. */
    private String token(Browser browser) {
        return random.nextBoolean() ? "" : "HEADER" + browser.token() + "\n";
    }

    private String path(Kind kind, String path) {
        var filled = VARIABLE.matcher(path)
                .replaceAll(variable -> java.util.regex.Matcher.quoteReplacement(switch (kind) {
                    case HUGE_IDS -> URLEncoder.encode(
                            of(List.of("9".repeat(3000), "zq7x<".repeat(400), "-", ".", "C-7K2M-9Q" + "Q".repeat(900),
                                    "\u0000", "\u202E", "C-7K2M-9Q\r\n", "%", "null")),
                            StandardCharsets.UTF_8);
                    case RANDOM_IDS -> of(List.of(new UUID(random.nextLong(), random.nextLong()).toString(),
                            "C-ZZZZ-ZZ", "0", "-1",
                            "c-7k2m-9q", "00000000-0000-0000-0000-000000000000", "zq7x%3C", "%C3%A9", "1%20or%201"));
                    default -> of(known.getOrDefault(variable.group(1), List.of("1")));
                }));
        if (kind != Kind.PATH_TRICKS)
            return filled;
        int at = random.nextInt(filled.length() + 1);
        return (random.nextBoolean() ? filled : filled.substring(0, at)) + of(TRICKS)
                + (random.nextBoolean() ? "" : filled.substring(at));
    }

    private List<String> some(List<String> values) {
        var all = new ArrayList<String>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            all.add(of(fields));
            all.add(of(values));
        }
        return all;
    }

    private List<String> pairs(List<String> values) {
        return List.of(of(fields), values.getFirst(), of(fields), of(values));
    }

    private List<String> many() {
        var all = new ArrayList<String>();
        for (int i = random.nextInt(2500); i >= 0; i--) {
            all.add(of(fields) + i);
            all.add("zq7x<");
        }
        return all;
    }

    private List<String> repeated() {
        var all = new ArrayList<String>();
        var name = random.nextInt(4) == 0 ? "_csrf" : of(fields);
        for (int i = random.nextInt(300); i >= 0; i--) {
            all.add(name);
            all.add(of(INJECTED));
        }
        return all;
    }

    private List<String> unknown() {
        return List.of("zq7x<", "x", "class.module.classLoader.x", "zq7x", "by", "zq7x", "request.x", "zq7x", "actor",
                "zq7x", "scope", UUID.randomUUID().toString(), "a[b][c]", "zq7x", "_method", "DELETE", of(fields),
                "zq7x<",
                "page.frame", "zq7x", "role", "ADMINISTRATOR", "admin", "true", "\u202Ezq7x<", "x",
                random.nextInt(9) == 0 ? "" : "id", "zq7x");
    }

    private byte[] badUtf8(Browser browser) {
        return ascii("_csrf=" + encode(browser.token()) + "&" + of(fields) + "="
                + of(List.of("%c3%28", "%ff%fe", "%f0%28%8c%bc",
                        "%ed%a0%80", "%c0%80", "%zz", "%", "%u0041", "%e2%82", "\u00ff\u00fe"))
                + "zq7x%3C&" + of(fields) + "=%f8%a1%a1%a1%a1&%ff=%fe");
    }

    private byte[] multipart(Browser browser) {
        var part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
        return ascii(of(List.of("", "zq7x<", "--" + BOUNDARY + "--", part + "_csrf\"\r\n\r\n" + browser.token(),
                part + "_csrf\"\r\n\r\n" + browser.token() + "\r\n" + part
                        + "files\"; filename=\"zq7x<.pdf\"\r\n\r\n%PDF",
                part + "_csrf\"\r\n\r\n" + browser.token() + "\r\n" + part
                        + "files\"; filename=\"../../zq7x\u0000.jpg\"\r\n\r\n\u00ff\u00d8\r\n--"
                        + BOUNDARY + "--\r\n",
                (part + "a\"\r\n\r\nzq7x<\r\n").repeat(120) + "--" + BOUNDARY + "--\r\n",
                part + "x".repeat(9000) + "\"\r\n\r\nzq7x<\r\n--" + BOUNDARY + "--\r\n",
                "--" + BOUNDARY + "\r\nContent-Disposition: zq7x\r\n\r\n\r\n--" + BOUNDARY + "--\r\n",
                "--" + BOUNDARY + "\r\n\r\n\r\n",
                part + "_csrf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n@@@zq7x")));
    }

    private String query() {
        return of(List.of("after=zq7x%3C", "after=%00", "place=zq7x%3C&side=%27", "next=https://zq7x.example/%3C",
                "next=//zq7x.example", "next=javascript:zq7x", "next=/%0d%0aX-Zq7x:yes", "a=1&".repeat(700), "%ff=%fe",
                "%",
                "=", "&&&", "x=" + "zq7x%3C".repeat(900), "after=" + "9".repeat(900), "out=zq7x&ended=%3Czq7x",
                "_csrf=zq7x",
                "after=2026-01-01T00:00:00Z_zq7x", "after=MjAyNg==", "words=\u00e9zq7x"));
    }

    private static byte[] cut(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length - Math.min(whole.length / 4, 40));
    }

    private byte[] form(String method, String target, Browser browser, @Nullable String token,
            List<String> namesAndValues) {
        if (method.equals("GET"))
            return head(method, target, browser, "");
        var body = new StringBuilder(token == null ? "" : "_csrf=" + encode(token));
        for (int i = 0; i < namesAndValues.size(); i += 2)
            body.append(body.isEmpty() ? "" : "&").append(encode(namesAndValues.get(i))).append('=')
                    .append(encode(namesAndValues.get(i + 1)));
        return raw(method, target, browser, "application/x-www-form-urlencoded", ascii(body.toString()));
    }

    private static byte[] raw(String method, String target, Browser browser, String type, byte[] body) {
        var out = new ByteArrayOutputStream();
        var token = type.startsWith("HEADER") ? "X-XSRF-TOKEN: " + type.substring(6, type.indexOf('\n')) + "\r\n" : "";
        var kind = token.isEmpty() ? type : type.substring(type.indexOf('\n') + 1);
        out.writeBytes(head(method, target, browser,
                token + "Content-Type: " + kind + "\r\nContent-Length: " + body.length + "\r\n"));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] head(String method, String target, Browser browser, String more) {
        return ascii(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + (browser.cookies().isEmpty() ? "" : "Cookie: " + browser.cookies() + "\r\n") + more + "\r\n");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
