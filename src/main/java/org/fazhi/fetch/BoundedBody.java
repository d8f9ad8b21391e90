package org.fazhi.fetch;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/** Gathers a body up to a bound and hangs up where more comes. */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Content> {

    /** The bytes had, and whether more would have come. */
    record Content(byte[] bytes, boolean isCut) {}

    private final int bound;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();

    BoundedBody(int bound) {
        this.bound = bound;
    }

    @Override
    public CompletionStage<Content> getBody() {
        return content;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        if (subscription.compareAndSet(null, given)) {
            given.request(Long.MAX_VALUE);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            int room = bound - gathered.size();
            byte[] bytes = new byte[Math.min(room, buffer.remaining())];
            buffer.get(bytes);
            gathered.writeBytes(bytes);
            if (buffer.hasRemaining()) {
                Flow.Subscription current = subscription.get();
                if (current != null) {
                    current.cancel();
                }
                content.complete(new Content(gathered.toByteArray(), true));
                return;
            }
        }
    }

    @Override
    public void onError(Throwable error) {
        content.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        content.complete(new Content(gathered.toByteArray(), false));
    }
}
