package bench;

import heed.casework.concern.Person;
import heed.casework.concern.PersonRole;
import heed.casework.concern.SubjectKind;
import heed.casework.concern.Telling;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented people, places and accounts: the same from the same seed, some names common and most rare, as names are. */
final class Invented {
    private static final String[] GIVEN = ("Oliver George Arthur Noah Muhammad Leo Oscar Harry Archie Jack Henry Charlie "
            + "Freddie Theodore Thomas Finley Theo Alfie Jacob William Isaac Tommy Joshua James Alexander Edward Lucas Max "
            + "Mohammed Reuben Roman Ethan Harrison Daniel Samuel Adam Joseph Benjamin Elijah Toby Hugo Louie Jude Albie "
            + "Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy "
            + "Elsie Emily Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maya Sophie Alice Emilia Isabelle Ruby "
            + "Luna Maisie Aria Penelope Mila Bonnie Eva Hallie Eliza Ada Violet Esme Arabella Imogen Jessica Delilah Chloe "
            + "Margaret Jean Sheila Brian Kenneth Derek Maureen Barbara Ronald Dorothy Stanley Irene Kathleen Norman Joan "
            + "Krzysztof Agnieszka Piotr Ioana Andrei Fatima Aisha Priya Rajesh Kwame Abena Chidi Ngozi Siobhan Niamh")
            .split(" ");
    private static final String[] COMMON = ("Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Roberts Johnson "
            + "Lewis Walker Robinson Wood Thompson White Watson Jackson Wright Green Harris Cooper King Lee Martin Clarke "
            + "James Morgan Hughes Edwards Hill Moore Clark Harrison Scott Young Morris Hall Ward Turner Carter Phillips "
            + "Mitchell Patel Adams Campbell Anderson Allen Cook").split(" ");
    private static final String[] FRONT = ("Ash Bar Beck Bir Black Brad Bran Brook Cal Car Chat Clay Cop Cran Dal Den Dun East "
            + "El Fair Far Fen Field Gar Glen Gran Had Hal Ham Har Hart Has Haw Hazel Hol Hor Hux Ken Kirk Lang Lin Lock "
            + "Long Mar Mel Mid Nor Oak Old Pem Pen Red Rock Ros Row Sand Sel Shel Sher Stan Sut Thorn Tre Wal War Wes "
            + "Whit Wil Win Wood Wy Yar York").split(" ");
    private static final String[] BACK = ("bank beck bourne bridge brook bury by cliffe combe cott croft dale den don field "
            + "ford gate grove ham hurst ley low man mere mont more ridge ron sall shaw side stead stone stow thorpe ton "
            + "vale ville wall ward water well wick wood worth yard").split(" ");
    private static final String[] ROADS = {"Street", "Road", "Lane", "Close", "Avenue", "Drive", "Court", "Way"};
    private static final String[] STEMS = ("care home child mother father school night door shout hit bruise money bill "
            + "debt food cold heat damp rubbish neighbour dog police doctor medicine drink bottle smell cry sleep bed sofa "
            + "window garden phone message friend partner uncle carer tenant rent repair visit call answer lock key hide "
            + "fear angry quiet alone lost cut arm leg face coat shoe dirty thin tired school teacher club coach river park "
            + "bus shop bench tent street bank card letter sign work boss hour pay owe lend threat promise gift stranger car "
            + "van hotel party weekend morning week month year birthday baby cot bottle nappy stair fall hospital nurse ward "
            + "wheel chair stick memory wander cook gas alarm smoke fire candle hoard paper box path block toilet wash")
            .split(" ");

    private final Random random;
    private final String[] words;
    private final double[] upTo;

    Invented(long seed) {
        random = new Random(seed);
        var all = new ArrayList<String>(List.of(STEMS));
        for (var front : FRONT)
            for (int i = 0; i < BACK.length; i += 3)
                all.add((front + BACK[i]).toLowerCase(java.util.Locale.ROOT));
        words = all.toArray(String[]::new);
        // The nth word comes up one nth as often as the first, as in any language.
        upTo = new double[words.length];
        double sum = 0;
        for (int i = 0; i < words.length; i++)
            upTo[i] = sum += 1.0 / (i + 3);
        for (int i = 0; i < words.length; i++)
            upTo[i] /= sum;
    }

    String name() {
        return pick(GIVEN) + " " + surname();
    }

    private String surname() {
        return random.nextInt(4) == 0 ? pick(COMMON) : pick(FRONT) + pick(BACK);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    Person person(PersonRole role) {
        var born = LocalDate.of(1935, 1, 1).plusDays(random.nextInt(89 * 365));
        return new Person(role.name(), name(), "", String.valueOf(born.getDayOfMonth()),
                String.valueOf(born.getMonthValue()), String.valueOf(born.getYear()), "",
                random.nextInt(1, 180) + " " + pick(FRONT) + pick(BACK) + " " + pick(ROADS), "", "", "");
    }

    String word() {
        int at = java.util.Arrays.binarySearch(upTo, random.nextDouble());
        return words[Math.min(words.length - 1, at < 0 ? -at - 1 : at)];
    }

    /** What somebody may look for: a word, two, or a whole name. */
    String sought() {
        return switch (random.nextInt(5)) {
            case 0, 1 -> word();
            case 2, 3 -> word() + " " + word();
            default -> name();
        };
    }

    String account() {
        var text = new StringBuilder();
        int sentences = 4 + random.nextInt(10);
        for (int i = 0; i < sentences; i++) {
            int length = 6 + random.nextInt(10);
            for (int j = 0; j < length; j++)
                text.append(j == 0 ? "The " : " ").append(word());
            text.append(". ");
        }
        return text.toString();
    }

    Telling telling() {
        var told = Telling.BLANK.danger(random.nextInt(12) == 0 ? "yes" : "no")
                .account(new Telling.Account(account(), "", ""));
        int people = random.nextInt(10) < 6 ? 1 : 2;
        for (int i = 0; i < people; i++)
            told = told.person(i, person(i == 0 ? PersonRole.AT_RISK : PersonRole.FAMILY));
        return told;
    }

    SubjectKind subject() {
        return pick(List.of(SubjectKind.CHILD, SubjectKind.CHILD, SubjectKind.ADULT, SubjectKind.ADULT, SubjectKind.FAMILY,
                SubjectKind.PLACE));
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
