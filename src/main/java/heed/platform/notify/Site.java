package heed.platform.notify;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people's browsers find Heed: {@code heed.address}, for links in mail. */
@Component
public class Site {
    private final String address;

    Site(@Value("${heed.address:http://localhost:${server.port:8080}}") String address) {
        this.address = address.replaceAll("/+$", "");
    }

    /** The address, without a slash at the end. */
    public String address() {
        return address;
    }

    /** The address's host. */
    public String host() {
        var host = java.net.URI.create(address).getHost();
        return host == null ? "localhost" : host;
    }
}
