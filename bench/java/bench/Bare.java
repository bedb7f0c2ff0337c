package bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The least that Spring Boot answers a page with: what Heed's start is held against. */
@SpringBootApplication(proxyBeanMethods = false)
@RestController
public class Bare {
    /** Starts it. */
    public static void main(String... args) {
        SpringApplication.run(Bare.class, args);
    }

    /** A page. */
    @GetMapping("/sign-in")
    String page() {
        return "<!doctype html><title>Bare</title><h1>Bare</h1>";
    }
}
