package heed.access.signin;

import heed.platform.Actor;
import heed.platform.db.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ApplicationContext;

/** Passkeys that no device holds, for tests of what comes after adding one. */
@NullMarked
public final class PasskeyOf {
    private PasskeyOf() {
    }

    /** Two of somebody's, so that one can go; the later one's id. They need an account. */
    public static UUID in(ApplicationContext context, Actor who) {
        var passkeys = context.getBean(Passkeys.class);
        for (var name : new String[]{"Old phone", "Work phone"})
            named(context, who, name);
        return passkeys.own(who).getFirst().id();
    }

    /** One of somebody's, by this name. They need an account. */
    public static void named(ApplicationContext context, Actor who, String name) {
        context.getBean(Transactions.class).inScope(who.scope(), () -> context.getBean(Passkeys.class).keep(who, name,
                UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII), new byte[]{1}, 0, false));
    }

    /** One of two accounts elsewhere that sign them in. */
    public static UUID link(ApplicationContext context, Actor who) {
        var links = context.getBean(SsoLinks.class);
        for (int i = 0; i < 2; i++)
            links.link(who, "council", "https://sign-in.example", UUID.randomUUID().toString());
        return links.own(who).getFirst().id();
    }
}
