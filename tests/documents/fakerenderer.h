#pragma once

#include "documents/pagerenderer.h"
#include "support/recordedcalls.h"

namespace finhub::test {

struct RenderArguments {
    QByteArray bytes;
    MimeType kind = MimeType::Unknown;
    documents::RenderRequest request;
};

/// A PageRenderer that a test answers for.
class FakeRenderer : public documents::PageRenderer {
public:
    CallPtr<documents::RenderedPage> render(const QByteArray& bytes, MimeType kind,
                                            const documents::RenderRequest& request) override
    {
        return calls.record({bytes, kind, request});
    }
    void promote(const Call<documents::RenderedPage>&) override { ++promoted; }
    void getReady() override { ++gotReady; }
    void endAll() override { ++ended; }

    RecordedCalls<documents::RenderedPage, RenderArguments> calls;
    int ended = 0;
    int promoted = 0;
    int gotReady = 0;
};

} // namespace finhub::test
