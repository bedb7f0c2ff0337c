package planted.habits;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Breaks a rule on purpose: its needs are hidden in fields. */
public class Injected {
    @Autowired
    @Nullable
    Clock clock;
    @Value("${planted}")
    @Nullable
    String setting;
}
