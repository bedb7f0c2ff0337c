package heed.drill;

import heed.Heed;
import heed.access.Role;
import heed.casework.Town;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import org.springframework.boot.SpringApplication;

/** A Heed in a process of its own, to be killed: the first start adds an officer and ten people who can sign in. */
public final class DrilledHeed {
    static final int SENDERS = 10;

    private DrilledHeed() {
    }

    /** Starts it; the first argument is the data directory. */
    public static void main(String... args) throws Exception {
        var context = SpringApplication.run(Heed.class, args);
        var people = Path.of(args[0].substring("--heed.data=".length())).resolve("people");
        if (!Files.exists(people)) {
            var town = Town.in(context);
            var lines = new ArrayList<String>();
            lines.add(town.scope().toString());
            lines.add(town.person("Amina Sefton", Role.DSO).staff().toString());
            for (int i = 0; i < SENDERS; i++)
                lines.add(town.person("Sender " + (char) ('A' + i)).staff().toString());
            var draft = people.resolveSibling("people.new");
            Files.write(draft, lines, StandardCharsets.UTF_8);
            Files.move(draft, people, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.writeString(people.resolveSibling("ready"), String.valueOf(ProcessHandle.current().pid()));
    }
}
