package heed.platform.notify;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every kind of mail there is, each checked when the program starts. */
@Component
class Kinds {
    private final Map<String, MailKind> kinds = new TreeMap<>();

    Kinds(ObjectProvider<Mails> mails) {
        mails.orderedStream().flatMap(m -> m.mails().stream()).map(MailKind::of).forEach(kind -> {
            if (kinds.putIfAbsent(kind.name(), kind) != null)
                throw new IllegalStateException("two kinds of mail are named " + kind.name());
        });
    }

    /** The kind of that name; empty for one of a newer release. */
    Optional<MailKind> named(String name) {
        return Optional.ofNullable(kinds.get(name));
    }
}
