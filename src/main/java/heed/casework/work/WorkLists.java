package heed.casework.work;

import heed.platform.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** All lists of what waits for officers besides the queue. */
@Component
public class WorkLists {
    private final List<WorkList> lists;

    WorkLists(List<WorkList> lists) {
        this.lists = List.copyOf(lists);
    }

    /** One list to go to. */
    public record Tab(String text, String href, boolean current) {
    }

    /** One list on which something waits. */
    public record Waiting(String count, String words, String href) {
    }

    /** The ways to every list; {@code here} is the address of the one that is shown. */
    public List<Tab> tabs(Actor by, String here) {
        return lists.stream()
                .map(list -> new Tab(list.title() + " (" + list.count(by) + ")", list.href(),
                        list.href().equals(here)))
                .toList();
    }

    /** The lists on which something waits, for the start page. */
    public List<Waiting> waiting(Actor by) {
        return lists.stream().map(list -> {
            long count = list.count(by);
            return new Waiting(String.valueOf(count), list.words(count), list.href());
        }).filter(waiting -> !waiting.count().equals("0")).toList();
    }

    /** Whether an address is that of one of the lists. */
    public boolean has(String path) {
        return lists.stream().anyMatch(list -> path.equals(list.href()) || path.startsWith(list.href() + "/"));
    }
}
