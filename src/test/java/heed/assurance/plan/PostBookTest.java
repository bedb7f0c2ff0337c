package heed.assurance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A lead is a post, and who holds it is asked as at a day (invariants 13 and 21). */
class PostBookTest {
    private static final LocalDate SPRING = LocalDate.of(2026, 4, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 1);

    private final Post housing = new Post(UUID.randomUUID(), "Housing lead",
            List.of(new Post.Holder(UUID.randomUUID(), UUID.randomUUID(), "Rosa Salt", SPRING,
                    LocalDate.of(2026, 8, 31)),
                    new Post.Holder(UUID.randomUUID(), null, "Quentin Peel", LocalDate.of(2026, 9, 1), null)),
            List.of(new Post.Alias(UUID.randomUUID(), "RS", SPRING, LocalDate.of(2026, 8, 31)),
                    new Post.Alias(UUID.randomUUID(), "QP", LocalDate.of(2026, 9, 1), null)),
            1);
    private final Post licensing = new Post(UUID.randomUUID(), "Licensing lead",
            List.of(new Post.Holder(UUID.randomUUID(), UUID.randomUUID(), "Tom Ely", SPRING,
                    LocalDate.of(2026, 5, 31))),
            List.of(new Post.Alias(UUID.randomUUID(), "TE", null, null)), 1);
    private final PostBook book = new PostBook(List.of(housing, licensing));

    @Test
    void initials_and_names_are_those_of_the_day() {
        assertThat(book.resolve("RS/TE", SPRING).posts()).containsExactly(housing.id(), licensing.id());
        assertThat(book.resolve("QP", AUTUMN).posts()).containsExactly(housing.id());
        assertThat(book.resolve("QP", SPRING).unknown()).containsExactly("QP");
        assertThat(book.resolve("RosaSalt and the unknown", SPRING).posts()).containsExactly(housing.id());
        assertThat(book.resolve("RosaSalt and the unknown", SPRING).unknown()).containsExactly("the unknown");
        assertThat(book.resolve("Rosa\nSalt", SPRING).posts()).containsExactly(housing.id());
        assertThat(book.resolve("housing LEAD", AUTUMN).posts()).containsExactly(housing.id());
    }

    @Test
    void a_name_that_two_posts_have_is_nobodys_for_certain() {
        var double_ = new PostBook(List.of(housing, new Post(UUID.randomUUID(), "Other", List.of(),
                List.of(new Post.Alias(UUID.randomUUID(), "R.S.", null, null)), 1)));
        assertThat(double_.resolve("RS", SPRING).unknown()).containsExactly("RS");
    }

    @Test
    void an_action_is_led_where_every_post_has_a_holder() {
        assertThat(book.led(List.of(housing.id(), licensing.id()), SPRING)).isTrue();
        assertThat(book.led(List.of(housing.id(), licensing.id()), AUTUMN)).isFalse();
        assertThat(book.led(List.of(), SPRING)).isFalse();
        assertThat(book.led(List.of(UUID.randomUUID()), SPRING)).isFalse();
    }
}
