#!/usr/bin/python3
"""qgis_map.py FOLDER PICTURE.png: the window by QGIS without a desktop; its own engine places the labels."""
import os
import pathlib
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (QgsApplication, QgsCategorizedSymbolRenderer, QgsCoordinateReferenceSystem, QgsFillSymbol, QgsLineSymbol,
                       QgsMapRendererParallelJob, QgsMapSettings, QgsMarkerSymbol, QgsPalLayerSettings, QgsProject, QgsRectangle,
                       QgsRendererCategory, QgsSingleSymbolRenderer, QgsTextBufferSettings, QgsTextFormat, QgsVectorLayer,
                       QgsVectorLayerSimpleLabeling)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QFont

PLANE = "+proj=tmerc +lat_0=40 +lon_0=71 +k=0.9996 +ellps=WGS84 +units=m +no_defs"
TINTS = {"KG": "#f2ead6", "TJ": "#e2ead9", "UZ": "#efe2df"}
LINES = {"region_lines": ("#c9c2b8", "0.15"), "rivers": ("#8db6d2", "0.25"), "borders": ("#857b74", "0.4")}


def layer(folder, name):
    return QgsVectorLayer(str(folder / f"{name}.shp"), name, "ogr")


def symbols(name):
    if name in LINES:
        colour, width = LINES[name]
        return QgsSingleSymbolRenderer(QgsLineSymbol.createSimple({"color": colour, "width": width}))
    if name == "towns":
        return QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "#222222", "outline_color": "white", "size": "1.8"}))
    if name == "lakes":
        return QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#b9d6e8", "outline_color": "#8db6d2"}))
    fills = [QgsRendererCategory(code, QgsFillSymbol.createSimple({"color": tint, "outline_style": "no"}), code) for code, tint in TINTS.items()]
    return QgsCategorizedSymbolRenderer("code", fills)


def lettering():
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.7)
    letters = QgsTextFormat()
    letters.setFont(QFont("Noto Sans"))
    letters.setSize(8)
    letters.setBuffer(halo)
    labels = QgsPalLayerSettings()
    labels.fieldName = "name"
    labels.setFormat(letters)
    return QgsVectorLayerSimpleLabeling(labels)


def main(folder, picture):
    folder = pathlib.Path(folder)
    application = QgsApplication([], False)
    application.initQgis()
    layers = []
    for name in ("towns", "borders", "lakes", "rivers", "region_lines", "countries"):
        drawn = layer(folder, name)
        drawn.setRenderer(symbols(name))
        if name == "towns":
            drawn.setLabeling(lettering())
            drawn.setLabelsEnabled(True)
        layers.append(drawn)
    QgsProject.instance().addMapLayers(layers)
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem.fromProj(PLANE))
    settings.setOutputSize(QSize(1200, 900))
    settings.setOutputDpi(120)
    settings.setBackgroundColor(QColor("#f4f1ea"))
    settings.setExtent(QgsRectangle(-256500, -192375, 256500, 192375))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)
    application.exitQgis()


main(*sys.argv[1:])
