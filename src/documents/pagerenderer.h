#pragma once

#include "documents/documentservice.h"

namespace finhub::documents {

/// Bytes to pixels and text, and nothing else: the one place behind which the way of decoding can be
/// replaced. GUI thread; nothing here blocks it.
class PageRenderer {
public:
    PageRenderer() = default;
    virtual ~PageRenderer();
    PageRenderer(const PageRenderer&) = delete;
    PageRenderer& operator=(const PageRenderer&) = delete;

    /// Decodes one page of a document of this kind. Fails with ErrorKind::BrokenDocument and a DocumentFault.
    virtual CallPtr<RenderedPage> render(const QByteArray& bytes, MimeType kind,
                                         const RenderRequest& request) = 0;

    /// Somebody looks now at the place where the page of this call will appear: it counts as
    /// Demand::Visible from here on. Nothing happens for a call that is not one of this renderer's.
    virtual void promote(const Call<RenderedPage>& call);

    /// A document is on its way: what takes time may begin now. Costs nothing when said twice.
    virtual void getReady();

    /// Reads the text of one page of a PDF. Fails like render(); with ErrorKind::NotOffered where nothing can
    /// be read.
    virtual CallPtr<PageText> text(const QByteArray& bytes, int page, TextDetail detail);

    /// Reads a machine-readable zone. Fails like render(); with ErrorKind::NotOffered where nothing can read
    /// one.
    virtual CallPtr<ZoneText> readZone(const QByteArray& bytes, MimeType kind, const ZoneRequest& request);

    /// Ends everything under way and everything that waits with ErrorKind::SessionEnded.
    virtual void endAll() = 0;
};

} // namespace finhub::documents
