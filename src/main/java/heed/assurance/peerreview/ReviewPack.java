package heed.assurance.peerreview;

import heed.access.Permission;
import heed.assurance.check.Finding;
import heed.assurance.exercise.FrozenReturn;
import heed.platform.Actor;
import heed.platform.Refusal;
import heed.platform.db.Transactions;
import heed.platform.trail.Trace;
import heed.platform.trail.Trail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What reviewers print: evidence only as somebody of the board has read it through, with what tells of a person left out.
 */
@Component
class ReviewPack {
    private final Rooms rooms;
    private final Samples samples;
    private final PeerDesk peers;
    private final Transactions transactions;
    private final Trail trail;
    private final Clock clock;

    ReviewPack(Rooms rooms, Samples samples, PeerDesk peers, Transactions transactions, Trail trail, Clock clock) {
        this.rooms = rooms;
        this.samples = samples;
        this.peers = peers;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A return and its evidence for the pack.
     *
     * @param room    the return
     * @param samples every statement of evidence, with what is left out of it
     * @param found   what Heed finds in it that tells of a person
     * @param through what was read through, by place
     */
    record Opened(Room room, List<EvidenceSample> samples, List<Finding> found,
            Map<String, Samples.ReadThrough> through) {
        /** Which reading of a statement this is; empty where nobody has read it through. */
        String seen(EvidenceSample sample) {
            var read = through.get(Samples.place(sample.place().item(), sample.place().paragraph()));
            return read == null ? "" : read.id().toString();
        }

        /** Those of one question. */
        List<EvidenceSample> of(String question) {
            return samples.stream().filter(s -> s.place().item().equals(question)).toList();
        }

        /** Keeps what was written out of logs. */
        @Override
        public String toString() {
            return "Opened[" + room.copy().id() + "]";
        }
    }

    /** Every statement of evidence of a return, for the board to go through. */
    Opened forBoard(Actor by, UUID received) {
        by.must(Permission.RUN_CYCLES);
        return transactions.inScope(by.scope(), () -> {
            var room = rooms.of(by, received);
            trail.add(by, Trace.of("evidence-samples.view", received));
            return opened(room);
        });
    }

    /** The pack of one review, to be printed. @throws heed.platform.Refused as not found while it is not open to them */
    Opened forPeer(Actor by, UUID pairing) {
        var seat = peers.open(by, pairing);
        var room = seat.must();
        transactions.inScope(by.scope(), () -> trail.add(by, Trace.of("review.export", pairing).because("pdf")));
        return transactions.inScope(room.board(), () -> {
            trail.add(room.there(), Trace.of("received-return.export", room.copy().id()).because("pdf"));
            return opened(room);
        });
    }

    private Opened opened(Room room) {
        var through = samples.of(room.there(), room.copy().id());
        var found = PanelDesk.disclosures(room.said());
        var all = new ArrayList<EvidenceSample>();
        for (var item : room.said().items())
            all.addAll(of(item, found, through));
        return new Opened(room, all, found, through);
    }

    private static List<EvidenceSample> of(FrozenReturn.ItemLine item, List<Finding> found,
            Map<String, Samples.ReadThrough> through) {
        return PanelDesk.evidence(item).stream().map(passage -> {
            var sample = EvidenceSample.of(passage, found);
            var read = through.get(Samples.place(item.code(), passage.place().paragraph()));
            return read == null ? sample : sample.leavingOut(read.removed()).readThrough(read.by());
        }).toList();
    }

    /**
     * Writes down what is left out of some statements, read through by whoever says so.
     *
     * @param marked the statements with what is left out, by question and paragraph
     */
    void readThrough(Actor by, UUID received, List<EvidenceSample> marked) {
        by.must(Permission.RUN_CYCLES);
        transactions.inScope(by.scope(), () -> {
            var room = rooms.of(by, received);
            var known = opened(room).samples().stream().map(EvidenceSample::text).toList();
            for (var sample : marked) {
                if (!known.contains(sample.text()))
                    throw Refusal.MOVED_ON.because("another text");
                samples.add(by, received, sample, by.staff(), clock.instant());
            }
            trail.add(by, new Trace("evidence-samples.read", received, List.of(String.valueOf(marked.size())),
                    List.of(), null));
        });
    }
}
