package heed.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller's method: whoever is signed in must have proved it within the last five minutes, by signing in or by
 * confirming it again, before the method is called. A page asked for is shown after confirming; the words of a form are
 * kept, encrypted, and handed back to be sent after confirming. Files are not: ask for them on a page without this.
 * <p>
 * Its line in {@code docs/golden/routes.txt} says so too. (OWASP ASVS 5.0.0, 7.5.3: before export,
 * lifting a restriction, break-glass.)
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {
}
