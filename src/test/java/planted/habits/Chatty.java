package planted.habits;

import java.util.logging.Logger;

/** Breaks a rule on purpose: speaks past the log. */
public class Chatty {
    void speak() {
        System.out.println("spoken");
        Logger.getLogger("planted").info("logged");
    }
}
