"""preview: from a changed setting to the sheet with it in the preview of the print page."""

import os
import subprocess

from measure import Workshop, figures, row


def run():
    with Workshop() as shop:
        file = os.path.join(shop.folder, 'preview.bjt')
        subprocess.run(['bjt', 'demo', file], check=True, stdout=subprocess.DEVNULL)
        return [row(sheet, f'{setting} to frame', 'ms', ms, 'limit', 150)
                for sheet, settings in figures('bench-preview', file, display=True).items() for setting, ms in settings.items()]
