#pragma once

#include "core/call.h"
#include "core/values.h"
#include "documents/pagetext.h"
#include "documents/zonetext.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QRect>
#include <QSize>

namespace finhub::documents {

/// A document whose bytes have arrived and been checked, but not decoded.
struct LoadedDocument {
    Document document;
    QByteArray bytes;                  ///< implicitly shared with the cache
    MimeType kind = MimeType::Unknown; ///< by content; never Unknown
    bool kindDiffers = false; ///< the content is of another kind than was declared: shown, with a warning
    bool hashChecked = false; ///< false only when the server sends no SHA-256
};

/// One page as pixels, upright (EXIF orientation honoured).
struct RenderedPage {
    QImage image; ///< Format_RGB32 or ARGB32_Premultiplied
    int page = 0; ///< from 0
    int pageCount = 1;
    QSizeF pageSize; ///< pixels of an image at 100 %; of a PDF page, points (1/72 inch)
    QSize whole;  ///< pixels that all of the page would have; the image's own unless a region was asked for
    QRect region; ///< which of those the image has; empty: all of them
};

/// Who waits: somebody who looks at the place where it will appear, or nobody yet. What is visible goes
/// before everything that is made ahead.
enum class Demand { Visible, Ahead };

/// How a page is to be rendered.
struct RenderRequest {
    int page = 0;
    QSize box = {}; ///< device pixels to fit the page into, keeping its shape; an image is never enlarged.
                    ///< Empty: an image at full size, a PDF page at 150 dpi.
    Demand demand = Demand::Visible; ///< has no part in what comes out
    QRect region = {}; ///< only this part of the page as it would be fitted into the box, however large that
                       ///< is; empty: all of it
};

/// Documents from the server to pixels. Bytes stay in memory only, in a cache with a byte budget that is
/// wiped by clear(); decoding happens in a worker process of its own for every request (docs/architecture.md,
/// "The document worker"). GUI thread; nothing here blocks it.
class DocumentService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~DocumentService() override;

    /// 3.3: fetches the bytes (or takes them from the cache), compares SHA-256 and size, finds the kind by
    /// content. Fails with what the fetch fails with, or ErrorKind::BrokenDocument and a DocumentFault.
    virtual CallPtr<LoadedDocument> load(const Document& document) = 0;

    /// As load(), for a document that nobody looks at yet. A load of the same document for somebody who does
    /// joins it.
    virtual CallPtr<LoadedDocument> loadAhead(const Document& document);

    /// Decodes one page in a worker, or takes it from the cache. Fails with ErrorKind::BrokenDocument and a
    /// DocumentFault.
    virtual CallPtr<RenderedPage> render(const LoadedDocument& document, const RenderRequest& request) = 0;

    /// Whether somebody waits for a document or a page with Demand::Visible.
    virtual bool isBusy() const;

    /// Reads the text of one page of a PDF in a worker. Fails like render(); with ErrorKind::NotOffered for
    /// an image and by a service that reads none.
    virtual CallPtr<PageText> text(const LoadedDocument& document, int page, TextDetail detail);

    /// Reads a machine-readable zone in a worker. Fails like render(); with ErrorKind::NotOffered where this
    /// computer has nothing to read with, and by a service that reads none.
    virtual CallPtr<ZoneText> readZone(const LoadedDocument& document, const ZoneRequest& request);

    /// Keeps the bytes of a document that this console has uploaded: load() finds them from now on, also
    /// where the server does not hand documents out, until clear(). The bytes are copied. ErrorKind::
    /// BrokenDocument when they are not what the document says, ErrorKind::TooLarge when too much is kept
    /// already; the document itself is not affected. A service that keeps nothing fails with
    /// ErrorKind::NotOffered.
    virtual Result<void> keep(const Document& document, const QByteArray& bytes);
    /// Whether load() needs no server for this document.
    virtual bool isKept(const Document& document) const;

    /// Wipes every cached and kept byte, pixel and character (sign-out, lock).
    virtual void clear() = 0;

Q_SIGNALS:
    /// isBusy() has become true, said at once and before the work begins, or false, said from the event loop
    /// once it has been false for a turn of it.
    void busyChanged(bool busy);
};

} // namespace finhub::documents
