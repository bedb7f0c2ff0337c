package heed.casework.known;

import heed.casework.concern.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invented people in families, and how somebody else might tell of them. Its rules are its own, not the matcher's. */
final class Population {
    private static final List<String> GIVEN = List.of("William", "Elizabeth", "Margaret", "Robert", "Katherine",
            "James",
            "Jonathan", "Michael", "Rebecca", "Thomas", "Christopher", "Jennifer", "Samantha", "Daniel", "Alexander",
            "Victoria", "Patricia", "Edward", "Richard", "Susan", "Deborah", "Andrew", "Anthony", "Benjamin",
            "Charlotte",
            "David", "Frederick", "Gregory", "Harold", "Isabella", "Jacqueline", "Joseph", "Kenneth", "Lawrence",
            "Matthew",
            "Nicholas", "Pamela", "Philip", "Rachel", "Stephen", "Theodore", "Timothy", "Valerie", "Zachary", "Abigail",
            "Amelia", "Oliver", "Harriet", "Sophie", "Callum", "Aisha", "Mohammed", "Fatima", "Priya", "Rohan", "Kwame",
            "Chloe", "Jade", "Kayleigh", "Connor", "Liam", "Megan", "Owen", "Rhys", "Bronwen", "Siobhan", "Niamh",
            "Declan", "Agnieszka", "Piotr", "Zofia", "Tomasz", "Marek", "Ayodele", "Chidi", "Yusuf", "Zainab", "Imran",
            "Gemma", "Lewis", "Freya", "Martha", "Stanley", "Mabel", "Ethan", "Caitlin", "Leanne", "Darren", "Shaun",
            "Tracey", "Wayne", "Denise", "Norman", "Doreen", "Cyril", "Hilda");
    private static final List<String> SURNAMES = List.of("Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson",
            "Johnson", "Davies", "Robinson", "Wright", "Thompson", "Evans", "Walker", "White", "Roberts", "Green",
            "Hall",
            "Wood", "Jackson", "Clarke", "Patel", "Khan", "Hughes", "Edwards", "Harris", "Turner", "Cooper", "Hill",
            "Ward", "Morris", "Baker", "Harrison", "King", "Morgan", "Allen", "Clark", "Scott", "Watson", "Parker",
            "Bennett", "Shaw", "Ahmed", "Hussain", "Begum", "Marshall", "Stevenson", "Philips", "Reynolds", "Fletcher",
            "Gallagher", "Butterworth", "Ramsbottom", "Tordoff", "Sugden", "Ackroyd", "Barraclough", "Haigh", "Sykes",
            "Dyson", "Crowther", "Armitage", "Kowalski", "Nowak", "Wisniewski", "Okafor", "Adeyemi", "Mensah", "Singh",
            "Kaur", "Sharma", "O'Connor", "O'Neill", "McDonald", "MacKenzie", "Fitzgerald", "Doyle", "Brennan",
            "Whitaker",
            "Featherstone", "Longbottom", "Oldroyd", "Beaumont", "Sheard", "Thackray", "Illingworth", "Greenwood",
            "Sutcliffe", "Holroyd", "Priestley", "Dewhirst", "Garside", "Kershaw", "Schofield", "Ogden", "Buckley",
            "Hinchliffe", "Micklethwaite", "Wainwright", "Cartwright", "Arkwright", "Bagshaw", "Cockcroft", "Eastwood",
            "Fairburn", "Gledhill", "Hepworth", "Jagger", "Lockwood", "Murgatroyd", "Normington", "Pickles", "Quarmby",
            "Rushworth", "Stansfield", "Uttley", "Varley", "Womersley", "Yewdall");
    private static final List<String> STREETS = List.of("Weir Street", "Mill Lane", "Chapel Road", "Station Road",
            "Zorquil Close", "High Street", "Moorside Avenue", "Beck Terrace", "Church View", "Park Road",
            "Quarry Hill",
            "Canal Street", "Albert Road", "Victoria Street", "Nab Lane", "Scout Road", "Cragg View", "Fell Close");
    private static final String[][] SHORT = {{"William", "Bill", "Billy", "Will"},
            {"Elizabeth", "Liz", "Beth", "Lizzie"},
            {"Margaret", "Maggie", "Peggy", "Meg"}, {"Robert", "Bob", "Rob", "Bobby"},
            {"Katherine", "Kate", "Kathy", "Katie"},
            {"James", "Jim", "Jimmy", "Jamie"}, {"Jonathan", "Jon", "Jonny"}, {"Michael", "Mike", "Mick", "Mikey"},
            {"Rebecca", "Becky", "Becca", "Bex"}, {"Thomas", "Tom", "Tommy"}, {"Christopher", "Chris", "Kit"},
            {"Jennifer", "Jen", "Jenny"}, {"Samantha", "Sam", "Sammy"}, {"Daniel", "Dan", "Danny"},
            {"Alexander", "Alex", "Sandy", "Xander"}, {"Victoria", "Vicky", "Tori"}, {"Patricia", "Pat", "Trish"},
            {"Edward", "Ted", "Ed", "Eddie"}, {"Richard", "Dick", "Rick", "Richie"}, {"Susan", "Sue", "Susie"},
            {"Deborah", "Debbie", "Debs"}, {"Andrew", "Andy", "Drew"}, {"Anthony", "Tony"},
            {"Benjamin", "Ben", "Benji"},
            {"Charlotte", "Lottie", "Charlie"}, {"David", "Dave", "Davey"}, {"Frederick", "Fred", "Freddie"},
            {"Gregory", "Greg"}, {"Harold", "Harry"}, {"Isabella", "Bella", "Izzy"}, {"Jacqueline", "Jackie"},
            {"Joseph", "Joe", "Joey"}, {"Kenneth", "Ken", "Kenny"}, {"Lawrence", "Larry", "Laurie"},
            {"Matthew", "Matt"},
            {"Nicholas", "Nick", "Nicky"}, {"Pamela", "Pam"}, {"Philip", "Phil"}, {"Rachel", "Rach"},
            {"Stephen", "Steve", "Stevie"}, {"Theodore", "Theo", "Ted"}, {"Timothy", "Tim"}, {"Valerie", "Val"},
            {"Zachary", "Zach"}, {"Abigail", "Abby"}, {"Amelia", "Millie"}, {"Oliver", "Ollie"}, {"Harriet", "Hattie"}};
    private static final String[][] SOUNDS = {{"ph", "f"}, {"ck", "k"}, {"ee", "ea"}, {"ie", "ey"}, {"sh", "sch"},
            {"ll", "l"}, {"tt", "t"}, {"nn", "n"}, {"rr", "r"}, {"ss", "s"}, {"y", "ey"}, {"ay", "ai"}, {"ou", "ow"},
            {"i", "y"}, {"x", "cks"}, {"wh", "w"}, {"v", "ph"}, {"ch", "tch"}, {"oo", "ou"}, {"ei", "ee"}, {"f", "ff"}};

    /** A way in which somebody else tells of a person. */
    enum Kind {
        MISSPELT, NICKNAME, SOUNDS_LIKE, PARTS, ORDER_SWAPPED, BIRTH_DAY_AND_MONTH_SWAPPED, BIRTH_ONE_DIGIT_OFF, ADDRESS, TELEPHONE
    }

    private final Random random;

    Population(long seed) {
        this.random = new Random(seed);
    }

    /** Families of two to five, some with twins, some with a double surname; one telephone and one address each. */
    List<List<Person>> families(int number) {
        var families = new ArrayList<List<Person>>();
        for (int i = 0; i < number; i++) {
            var surname = surname();
            if (random.nextInt(12) == 0)
                surname = surname + "-" + surname();
            var home = (1 + random.nextInt(180)) + " " + pick(STREETS) + ", Wexley";
            var phone = random.nextInt(3) == 0 ? "01632 " + digits(6) : "07700 9" + digits(5);
            var family = new ArrayList<Person>();
            int size = 2 + random.nextInt(4);
            int twins = random.nextInt(15) == 0 ? 1 : -1;
            for (int j = 0; j < size; j++) {
                var born = j == twins ? family.getFirst() : null;
                family.add(new Person("AT_RISK",
                        given() + (random.nextInt(4) == 0 ? " " + given() : "") + " " + surname, "",
                        born == null ? String.valueOf(1 + random.nextInt(28)) : born.bornDay(),
                        born == null ? String.valueOf(1 + random.nextInt(12)) : born.bornMonth(),
                        born == null ? String.valueOf(1935 + random.nextInt(90)) : born.bornYear(), "", home, phone, "",
                        ""));
            }
            families.add(family);
        }
        return families;
    }

    /** The same person as somebody else tells of them; null where this kind does not fit them. */
    Person toldOtherwise(Person p, Kind kind) {
        var name = p.name();
        int last = name.lastIndexOf(' ');
        var given = name.substring(0, name.indexOf(' '));
        var surname = name.substring(last + 1);
        boolean swappable = Integer.parseInt(p.bornDay()) <= 12 && !p.bornDay().equals(p.bornMonth());
        return switch (kind) {
            case MISSPELT -> random.nextBoolean()
                    ? some(p, given + " " + slip(surname))
                    : some(p, slip(given) + " " + surname);
            case NICKNAME -> {
                var nick = nick(given);
                yield nick == null ? null : some(p, nick + " " + surname);
            }
            case SOUNDS_LIKE -> {
                var other = byEar(surname);
                var first = byEar(given);
                if (other == null && first == null)
                    yield null;
                yield other != null ? some(p, given + " " + other) : some(p, first + " " + surname);
            }
            case PARTS -> switch (random.nextInt(3)) {
                case 0 -> surname.contains("-")
                        ? some(p, given + " " + surname.split("-")[random.nextInt(2)])
                        : with(p, given, true, random.nextBoolean(), true);
                case 1 -> with(p, given.charAt(0) + " " + surname, true, true, false);
                default -> with(p, random.nextBoolean() ? given : "Mr " + surname, true, true, random.nextBoolean());
            };
            case ORDER_SWAPPED -> some(p,
                    random.nextBoolean() ? surname + " " + given : surname.toUpperCase(Locale.ROOT) + ", " + given);
            case BIRTH_DAY_AND_MONTH_SWAPPED -> {
                var told = random.nextBoolean() ? given + " " + slip(surname) : given + " " + surname;
                yield swappable
                        ? new Person("AT_RISK", told, "", p.bornMonth(), p.bornDay(), p.bornYear(), "", "", "", "", "")
                        : null;
            }
            case BIRTH_ONE_DIGIT_OFF -> {
                var told = switch (random.nextInt(3)) {
                    case 0 -> given + " " + slip(surname);
                    case 1 -> nick(given) == null ? given + " " + surname : nick(given) + " " + surname;
                    default -> given + " " + surname;
                };
                var year = p.bornYear();
                yield switch (random.nextInt(3)) {
                    case 0 -> new Person("AT_RISK", told, "", p.bornDay(), p.bornMonth(),
                            year.substring(0, 3) + (year.charAt(3) == '9' ? '3' : (char) (year.charAt(3) + 1)), "", "",
                            "", "", "");
                    case 1 -> new Person("AT_RISK", told, "", p.bornDay(), p.bornMonth(),
                            year.startsWith("19")
                                    ? "19" + (year.charAt(2) == '9' ? '8' : '9') + year.charAt(3)
                                    : year
                                            .substring(0, 2) + (year.charAt(2) == '0' ? '1' : '0') + year.charAt(3),
                            "", "", "", "", "");
                    default -> new Person("AT_RISK", told, "",
                            p.bornDay().length() == 2
                                    ? p.bornDay().substring(0, 1) + (p.bornDay().charAt(1) == '8'
                                            ? '7'
                                            : (char) (p.bornDay().charAt(1) + 1))
                                    : String.valueOf(Integer.parseInt(p.bornDay()) == 9
                                            ? 8
                                            : Integer.parseInt(p.bornDay()) + 1),
                            p.bornMonth(), year, "", "", "", "", "");
                };
            }
            case ADDRESS -> {
                var home = p.address().replace(", Wexley", "").replace("Street", "St").replace("Road", "Rd")
                        .replace("Lane", "ln");
                var nick = nick(given);
                yield new Person("AT_RISK", nick == null ? given : nick, "", "", "", "", "",
                        (random.nextBoolean() ? "" : "Lodges at ") + home, "", "", "");
            }
            case TELEPHONE -> {
                var number = p.contact().replace(" ", "");
                var typed = switch (random.nextInt(3)) {
                    case 0 -> "+44 " + number.substring(1);
                    case 1 -> "ring " + number.substring(0, 5) + "-" + number.substring(5, 8) + " "
                            + number.substring(8) + " after six";
                    default -> number.substring(number.length() - 6);
                };
                // As after a marriage, or known by the first name only.
                var told = random.nextBoolean() ? given : given + " " + surname();
                yield new Person("AT_RISK", told, "", "", "", "", "", "", typed, "", "");
            }
        };
    }

    /** With or without the date of birth and the home, as people happen to know. */
    private Person some(Person p, String name) {
        return with(p, name, random.nextBoolean(), false, random.nextInt(3) == 0);
    }

    private Person with(Person p, String name, boolean born, boolean phone, boolean home) {
        return new Person("AT_RISK", name, "", born ? p.bornDay() : "", born ? p.bornMonth() : "",
                born ? p.bornYear() : "", "", home ? p.address() : "", phone ? p.contact() : "", "", "");
    }

    private String slip(String word) {
        int at = 1 + random.nextInt(word.length() - 1);
        var letter = "etaoinsrhl".charAt(random.nextInt(10));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
            default -> at + 1 < word.length()
                    ? word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2)
                    : word + letter;
        };
    }

    private String nick(String given) {
        for (var names : SHORT)
            if (names[0].equals(given))
                return names[1 + random.nextInt(names.length - 1)];
        return null;
    }

    private String byEar(String word) {
        var fitting = new ArrayList<String>();
        var small = word.toLowerCase(Locale.ROOT);
        for (var pair : SOUNDS) {
            int at = small.indexOf(pair[0]);
            if (at > 0)
                fitting.add(word.substring(0, at) + pair[1] + word.substring(at + pair[0].length()));
        }
        return fitting.isEmpty() ? null : pick(fitting);
    }

    private String given() {
        return GIVEN.get(Math.min(random.nextInt(GIVEN.size()), random.nextInt(GIVEN.size())));
    }

    /** The commoner the earlier in the list, as in life. */
    private String surname() {
        return SURNAMES.get(Math.min(random.nextInt(SURNAMES.size()),
                Math.min(random.nextInt(SURNAMES.size()), random.nextInt(SURNAMES.size()))));
    }

    private String digits(int number) {
        var digits = new StringBuilder();
        for (int i = 0; i < number; i++)
            digits.append(random.nextInt(10));
        return digits.toString();
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    Person any(List<List<Person>> families) {
        var family = families.get(random.nextInt(families.size()));
        return family.get(random.nextInt(family.size()));
    }
}
