package heed.assurance.peerreview;

import java.time.LocalDate;

/**
 * Where something that was said or decided in a meeting is written down.
 *
 * @param group  the group that met
 * @param number which minute of it, as people find it again
 * @param day    the day of the meeting
 */
public record Minute(String group, String number, LocalDate day) {
    /** Whether all of it is there and the meeting has been held. */
    public boolean good(LocalDate today) {
        return !group.isBlank() && !number.isBlank() && !day.isAfter(today);
    }

    /** Such as "Quality panel, minute 4". */
    public String words() {
        return group.strip() + ", minute " + number.strip();
    }

    /** Keeps what was written out of logs. */
    @Override
    public String toString() {
        return "Minute[" + day + "]";
    }
}
